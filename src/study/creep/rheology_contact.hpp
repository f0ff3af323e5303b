// How the depth of a hold becomes compliance.
#pragma once

#include "base/enum_words.hpp"

namespace sneddon {

enum class RheologyContact {
    contact_radius,  ///< of the tip's area function at the contact depth: plasticity may be there
    cone,            ///< h^2 of a viscoelastic half-space under a cone or pyramid
    sphere,          ///< h^(3/2) of one under a sphere
    none,            ///< no rheology
};

template <>
inline constexpr auto words_of<RheologyContact> = std::to_array<Word<RheologyContact>>({
    {RheologyContact::contact_radius, "contact-radius",
     "the contact compliance, which rises by 2 a/F times the depth {{vandamme2012}} with the "
     "contact radius a"},
    {RheologyContact::cone, "cone",
     "the compliance of a viscoelastic half-space under a cone, the square of the depth "
     "{{lee1960}}"},
    {RheologyContact::sphere, "sphere",
     "the compliance of a viscoelastic half-space under a sphere, the depth to the power 3/2 "
     "{{lee1960}}"},
    {RheologyContact::none, "none", ""},
});

}  // namespace sneddon

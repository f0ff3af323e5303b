// /ccdf of results.json: distributions of a quantity and the models beside them.
#pragma once

#include "results/written/groups.hpp"

namespace sneddon {

struct WrittenModel : Place {
    Text model() const { return {at(key::model)}; }
    ByName<Number> parameters() const { return {at(key::parameters)}; }
    Number loglik() const { return {at(key::loglik)}; }
    Number aic() const { return {at(key::aic)}; }
    Number bic() const { return {at(key::bic)}; }
    Number r2_mle() const { return {at(key::r2_mle)}; }
    Number r2_lsq() const { return {at(key::r2_lsq)}; }
    Number p_ks() const { return {at(key::p_ks)}; }
};

struct WrittenDistribution : WrittenSubset {
    Text quantity() const { return {at(key::quantity)}; }
    Text unit() const { return {at(key::unit)}; }
    List<WrittenModel> models() const { return {at(key::models)}; }
    Text preferred() const { return {at(key::preferred)}; }
    Text evidence() const { return {at(key::evidence)}; }
};

}  // namespace sneddon

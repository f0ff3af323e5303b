// What the checks of a study ask, for `sneddon explain` and for the page: docs/methods/checks.md.
#include <algorithm>
#include <array>

#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

constexpr std::array pages = {
    CodePage{"choice_of_k", "How many clusters is open",
             "Several numbers of clusters describe the tests about as well: the next one is less "
             "than 2 away in BIC, or fewer than half of the resamples choose the same.",
             "Report the neighbouring numbers too, or measure more tests."},
    CodePage{"circularity", "Clusters are cut on what they are then compared in",
             "Creep is a feature of the clusters, and the work of the hold, load times creep, is "
             "part of the plastic and of the total work: the order of the clusters in these works "
             "is built in and proves nothing.",
             "Compare the clusters in the plastic work without the work of the hold."},
    CodePage{"cluster_size", "A cluster has few tests",
             "The smallest cluster of the longest hold has fewer than 20 tests: its centre, shape "
             "and share are uncertain.",
             "Measure more tests, or read this cluster as a tail of its neighbour."},
    CodePage{"drift", "Thermal drift could look like this",
             "A depth that drifts makes creep larger and hardness smaller at once. Asked: does "
             "creep go down with hardness within one hold (r below -0.75), do tests creep "
             "backwards (3 % or more), is the linear term of the creep law no larger than the "
             "uncertainty of the drift, does creep change along the order of measurement?",
             "Let the instrument settle, measure the drift of each test, or compare with "
             "correct.drift = \"none\" and \"order\"."},
    CodePage{"modulus", "The modulus hangs on the hold",
             "Elasticity does not change with the time of a hold. Where the reduced modulus of two "
             "load functions of one peak load differs by 2 % or more, something else is in the "
             "stiffness: creep that goes on while unloading, back-flow, drift or the fit window. "
             "It is then in hardness and modulus as well.",
             "Compare values of one hold only, hold longer or unload faster, or see the "
             "correction of the stiffness for creep."},
    CodePage{"pooling", "Holds pooled look like clusters",
             "Tests of different holds differ in creep by the hold alone. Asked: do single holds "
             "have one cluster only while all together have several, or do clusters agree with "
             "holds (adjusted Rand index of 0.30 or more)?",
             "Cluster each hold apart, or on creep at a time that all holds reach."},
    CodePage{"sensitivity", "Choices of the analysis move the result",
             "Another start of the hold moves the creep law, or another unloading window or fit "
             "space takes a difference of hardness between load functions away.",
             "State the choice beside the number; the table of sensitivity has the others."},
    CodePage{"spacing", "Indents may feel each other",
             "The pitch is below 10 depths (Phani and Oliver 2019) or well below 5 diameters of "
             "the circle around an indent (ISO 14577-1): the strained ground of one reaches the "
             "next.",
             "Indent farther apart, or compare tests with near and far neighbours."},
    CodePage{"tip_and_zero", "Tip or zero point could make the difference",
             "A shift of the zero, or an area function that is off at this depth, changes "
             "hardness without a change of the material. Asked: would a shift that the works "
             "of loading betray make half of a difference in hardness between load functions?",
             "Measure a reference material at these depths and compare differences at one depth."},
};

}  // namespace

std::span<const CodePage> verdict_pages() {
    return pages;
}

const CodePage* find_verdict(std::string_view name) {
    const auto found = std::ranges::find(pages, name, &CodePage::code);
    return found == pages.end() ? nullptr : &*found;
}

}  // namespace sneddon

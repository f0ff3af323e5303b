// A study of which only results.json is there.
#pragma once

#include <memory>

#include "results/json.hpp"
#include "results/written_study.hpp"

namespace sneddon {

/// `document` is results.json without its tests; tables and curves are still to be read.
inline WrittenStudy study_of(std::shared_ptr<const Json> document) {
    WrittenStudy study;
    study.results = {{node_of(document.get()), ""}};
    study.document = std::move(document);
    return study;
}

}  // namespace sneddon

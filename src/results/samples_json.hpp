// Samples in results.json: their facts, their clusters, and which sample a group is of.
#pragma once

#include <map>
#include <string>

#include "results/findings_json.hpp"

namespace sneddon {

JsonText sample_json(const Sample& sample);

/// Adds the key `sample` to what is told of a group.
class SampleOfGroup {
  public:
    explicit SampleOfGroup(const StudyResult& study);
    const std::string& of(const std::string& group) const;
    JsonText with(JsonText json, const std::string& group) const;

  private:
    std::map<std::string, std::string> samples_;
};

/// null where the study has but one sample.
JsonText sample_clusters_json(const StudyResult& study, const SampleOfGroup& samples);

}  // namespace sneddon

// What a run, a part of one, and a merge of parts have in common before the first test is read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/export/export_choice.hpp"
#include "recipe/attachments.hpp"
#include "recipe/recipe_file.hpp"
#include "recipe/studies.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/model/study_facts.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/recipe/run_request.hpp"

namespace sneddon {

/// A request that was checked: what is analysed, and how.
struct StudyPlan {
    Studies studies;
    StudyFacts facts;             ///< what holds for all of them
    Recipe recipe;                ///< with these facts
    std::vector<Recipe> recipes;  ///< for each study, with its own facts
    /// What input i is analysed with.
    const AnalysisRecipe& analysis_of(std::size_t i) const {
        return recipes[studies.of_input[i]].analysis;
    }
    /// What input i is read with, where it is a table: --column over its study.toml.
    std::map<std::string, std::string> columns_of(std::size_t i) const {
        std::map<std::string, std::string> stated = columns;
        const StudyFacts& of_study = studies.facts[studies.of_input[i]];
        stated.insert(of_study.columns.begin(), of_study.columns.end());
        return stated;
    }
    std::map<std::string, std::string> columns;  ///< --column
    std::vector<StoredAttachment> attachments;
    std::string figures, date;  ///< as in RunRequest
    bool has_rows_only = false;
    std::string request;  ///< what was asked for, as OUT keeps it
    ExportChoice exports;
    std::string cache_folder;  ///< as in RunRequest
    unsigned threads = 1;
    std::vector<InputPath> inputs;         ///< every file, in the order of all that follows
    std::vector<std::string> short_names;  ///< one for each input
};

/// Errors: those of study.toml, of the recipe, of the choice of figures and of tables, of
/// the attachments.
Result<StudyPlan> prepare_study(const RunRequest& request);

}  // namespace sneddon

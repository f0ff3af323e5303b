// What is in some files, before anything is computed: formats, tests, load functions, units, and
// what a run would lack.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sneddon/base/progress.hpp"
#include "sneddon/base/result.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/recipe/run_request.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

struct LookedFile {
    std::string path;
    std::string format;
    std::size_t tests = 0;
    Status status = Status::used;
    std::string reason;  ///< empty when it would be used
    std::string code;
    bool is_companion = false;
    bool is_sampled = false;  ///< only its beginning was read: there may be more tests
};

struct LookedLoadFunction {
    std::string name;
    std::size_t cycles = 0;
};

/// What the readers concluded, each conclusion once. Where more than three values were concluded
/// for one thing (a calibration of each test), they are one entry without a value.
struct LookedInference {
    std::string what;      ///< "unit of load"
    std::string value;     ///< "µN"; "" = differs from test to test
    std::string evidence;  ///< of the first test
    std::size_t tests = 0;
};

/// A column beside load, depth and time.
struct LookedChannel {
    std::string name;  ///< with its unit: "Harmonic Load (mN)"
    std::size_t tests = 0;
};

struct Look {
    GlanceAt at = GlanceAt::curves;
    std::vector<LookedFile> files;                   ///< in natural order of the path
    std::vector<LookedLoadFunction> load_functions;  ///< in natural order of the name
    std::size_t tests_without_load_function = 0;     ///< of sampled files, or no loading was found
    std::size_t cycles = 0;                          ///< of all tests
    std::vector<LookedChannel> channels;             ///< in the order of their first sight
    std::vector<LookedInference> inferences;
    std::vector<Warning> missing;  ///< what a run would leave empty, and what to type
    std::string study_file;        ///< the study.toml that a run would read, or empty
};

/// Takes the paths, units, area function, Poisson's ratio and threads of a run and writes nothing.
/// Curves are segmented to recognise load functions; nothing else is computed. Large files may be
/// sampled. Errors: those of study.toml and of the options, SND-U130 when stopped.
/// At heads of files no load function is recognised.
Result<Look> look(const RunRequest& request, const Progress& progress,
                  GlanceAt at = GlanceAt::curves);

/// The same for a reader at a terminal, lines of text.
std::string look_text(const Look& look);

}  // namespace sneddon

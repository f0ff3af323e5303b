#include "pipeline/outcomes/file_outcome.hpp"

#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "base/files/file_hash.hpp"
#include "base/ordered_parallel.hpp"
#include "base/out_of_memory.hpp"
#include "base/sha256.hpp"
#include "base/threads.hpp"
#include "pipeline/outcomes/large_file.hpp"
#include "pipeline/test_outcome.hpp"
#include "read/open_input.hpp"

namespace sneddon {
namespace {

/// All tests of a file that was read.
void analyse_tests(std::vector<Test>& tests, const TestAnalysis& analysis, unsigned threads,
                   Stop stop, FileOutcome& outcome) {
    ordered_parallel(
        tests.size(), threads, stop,
        [&](std::size_t i) {
            const Test test = std::move(tests[i]);  // its curve goes before the next one's results
            return outcome_of_test(test, analysis);
        },
        [&](std::size_t, FileOutcome&& part) { append(std::move(part), outcome); });
    FateOfFile fate;
    fate.add(outcome.rows);
    fate.tell(outcome.input);
}

/// What a file gives that is read as a whole.
void read_and_analyse(std::string_view bytes, const FileAnalysis& how, KnownOutcomes* known,
                      Stop stop, FileOutcome& outcome) {
    Result<FileContent> content = read_bytes(bytes, how.path.path, how.reading);
    if (!content) return refuse(outcome.input, content.error());
    outcome.input.format = content->format;
    if (!content->companion.empty()) {
        outcome.input.status = Status::excluded;
        outcome.input.reason = content->companion;
        outcome.input.is_companion = true;
        return;
    }
    outcome.input.tests = content->tests.size();
    analyse_tests(content->tests,
                  {how.path.path, content->format, how.short_name, content->tests.size(),
                   how.recipe, how.drifts},
                  threads_or_all(how.reading.threads), stop, outcome);
    if (known != nullptr && !stop.requested()) known->keep(outcome);
}

AnalysedFile analyse(const FileAnalysis& how, KnownOutcomes* known, Stop stop) {
    AnalysedFile file;
    FileOutcome& outcome = file.outcome;
    outcome.input.path = how.path.path;
    if (how.path.error) {
        refuse(outcome.input, *how.path.error);
        return file;
    }
    auto opened = open_input(how.path.path, how.reading);
    if (!opened) {
        refuse(outcome.input, opened.error());
        return file;
    }
    const std::string_view bytes = opened->file.bytes();
    outcome.input.sha256 = opened->is_whole ? sha256_hex(bytes) : sha256_of_file(how.path.path);
    std::optional<FileOutcome> found;
    if (known != nullptr) found = known->find(outcome.input);
    const bool is_known_in_stretches = found && found->is_end_of_stretches();
    if (found && !is_known_in_stretches) {
        outcome = *std::move(found);
        file.is_known = true;
        return file;
    }
    if (auto archive = LargeArchive::open(bytes, how.path.path, how.reading)) {
        file.rest = std::make_unique<LargeFile>(how, std::move(opened->file), std::move(archive),
                                                outcome.input, is_known_in_stretches);
        return file;
    }
    read_and_analyse(bytes, how, known, stop, outcome);
    return file;
}

}  // namespace

AnalysedFile::AnalysedFile() = default;
AnalysedFile::AnalysedFile(AnalysedFile&&) noexcept = default;
AnalysedFile::~AnalysedFile() = default;

AnalysedFile analyse_file(const FileAnalysis& how, KnownOutcomes* known, Stop stop) {
    try {
        return analyse(how, known, stop);
    } catch (const std::bad_alloc&) {  // this file's memory is free again: the others go on
        AnalysedFile file;
        file.outcome.input.path = how.path.path;
        refuse(file.outcome.input, out_of_memory(how.path.path));
        return file;
    }
}

}  // namespace sneddon

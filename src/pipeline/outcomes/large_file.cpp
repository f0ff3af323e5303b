#include "pipeline/outcomes/large_file.hpp"

#include <utility>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "pipeline/test_outcome.hpp"

namespace sneddon {

LargeFile::LargeFile(const FileAnalysis& how, FileBytes bytes,
                     std::unique_ptr<LargeArchive> archive, InputFile input, bool is_known)
    : how_(how),
      bytes_(std::move(bytes)),
      archive_(std::move(archive)),
      input_(std::move(input)),
      is_known_(is_known) {
    input_.format = "sneddon-hdf5";
    input_.tests = archive_->tests();
}

FileOutcome LargeFile::outcome_of(std::size_t stretch, KnownOutcomes* known, bool& is_known) const {
    if (known != nullptr)
        if (auto found = known->find_stretch(input_, stretch)) {
            is_known = true;
            return *std::move(found);
        }
    FileOutcome outcome;
    outcome.input = input_;
    outcome.goes_on = true;
    auto content = archive_->read(stretch);
    if (!content) return outcome;  // found before: the bytes do not change in memory
    const TestAnalysis analysis{how_.path.path,    input_.format, how_.short_name,
                                archive_->tests(), how_.recipe,   how_.drifts};
    for (Test& in_stretch : content->tests) {
        const Test test = std::move(in_stretch);  // its curve goes before the next one's results
        append(outcome_of_test(test, analysis), outcome);
    }
    if (known != nullptr) known->keep_stretch(outcome, stretch);
    return outcome;
}

bool LargeFile::is_damaged(unsigned threads, Stop stop, InputFile& input) const {
    if (is_known_) return false;
    const auto damage = archive_->first_damage(threads, stop);
    if (!damage) return false;
    input.format.clear();
    input.tests = 0;
    refuse(input, *damage);
    return true;
}

void LargeFile::analyse(KnownOutcomes* known, unsigned threads, Stop stop,
                        const TakeOutcome& take) {
    FileOutcome end;
    end.input = input_;
    if (is_damaged(threads, stop, end.input)) return take(std::move(end), false);
    FateOfFile fate;
    bool are_all_known = true;
    ordered_parallel(
        archive_->stretches(), threads, stop,
        [&](std::size_t stretch) {
            bool is_known = false;
            FileOutcome outcome = outcome_of(stretch, known, is_known);
            return std::pair{std::move(outcome), is_known};
        },
        [&](std::size_t, std::pair<FileOutcome, bool>&& outcome) {
            fate.add(outcome.first.rows);
            are_all_known = are_all_known && outcome.second;
            take(std::move(outcome.first), false);
        });
    if (stop.requested()) return;
    fate.tell(end.input);
    if (known != nullptr && !are_all_known) known->keep(end);
    take(std::move(end), are_all_known);
}

}  // namespace sneddon

#include "sneddon/tools/convert.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/files/utf8.hpp"
#include "base/ordered_parallel.hpp"
#include "base/out_of_memory.hpp"
#include "base/programs.hpp"
#include "base/threads.hpp"
#include "pipeline/output_folder.hpp"
#include "read/open_input.hpp"
#include "simulate/export_text.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"
#include "tools/convert/archive_writer.hpp"
#include "tools/convert/converted_names.hpp"
#include "tools/convert/curve_csv.hpp"
#include "tools/convert/packed_column.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

constexpr int decimals_of_triboscan = 6;

struct ReadInput {
    std::vector<Test> tests;
    std::optional<NotConverted> left;
};

ReadInput refused(const std::string& path, const Error& error) {
    return {{}, NotConverted{path, message(error), true}};
}

ReadInput read_input(const InputPath& input, const ReadOptions& options) {
    if (input.error) return refused(input.path, *input.error);
    const auto opened = open_input(input.path, options);
    if (!opened) return refused(input.path, opened.error());
    auto content = read_bytes(opened->file.bytes(), input.path, options);
    if (!content) return refused(input.path, content.error());
    if (!content->companion.empty())
        return {{}, NotConverted{input.path, content->companion, false}};
    return {std::move(content->tests), std::nullopt};
}

bool is_hdf5(ConvertTo to) {
    return to == ConvertTo::hdf5 || to == ConvertTo::micromechanics;
}

bool is_rounded(const Test& test) {
    ColumnCode code;
    for (const auto* column : {&test.curve.time_s, &test.curve.depth_nm, &test.curve.load_uN})
        code = widened(code, *column);
    for (const Channel& channel : test.curve.channels) code = widened(code, channel.values);
    return code.decimals == no_decimals || code.decimals > decimals_of_triboscan;
}

Result<bool> write_hdf5(const std::vector<Test>& tests, const std::string& path, ConvertTo to,
                        unsigned threads) {
    return to == ConvertTo::hdf5 ? write_archive(tests, path, threads)
                                 : write_micromechanics(tests, path);
}

/// A file that takes its place at one moment, or goes.
class NewFile {
  public:
    static Result<NewFile> open(const std::string& path, bool may_replace) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored) || (fs::exists(path, ignored) && !may_replace))
            return Error{"SND-O001", path, "there is one already", "a new file",
                         "add -f to replace it, or choose another with -o"};
        if (fs::exists(path, ignored) && !is_written_by_convert(path))
            return Error{"SND-O002", path, "a file that sneddon did not write",
                         "an archive that sneddon wrote", "choose another file with -o"};
        return NewFile(path);
    }
    NewFile(NewFile&& other) noexcept
        : path_(std::move(other.path_)), unfinished_(std::move(other.unfinished_)) {
        other.unfinished_.clear();
    }
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile() {
        std::error_code ignored;
        if (!unfinished_.empty()) fs::remove(unfinished_, ignored);
    }
    const std::string& unfinished() const { return unfinished_; }
    Result<bool> commit() {
        std::error_code error;
        fs::rename(unfinished_, path_, error);
        if (error)
            return Error{"SND-O003", path_, error.message(), "a file that can be written",
                         "choose another file with -o"};
        unfinished_.clear();
        return true;
    }

  private:
    explicit NewFile(const std::string& path)
        : path_(path), unfinished_(path + ".partial-" + number_of_this_program()) {}
    static bool is_written_by_convert(const std::string& path) {
        const auto content = open_for_glance(path);
        if (!content) return false;
        const auto glance = glance_bytes(content->bytes(), path, {});
        return glance && (glance->content.format == "sneddon-hdf5" ||
                          glance->content.format == "micromechanics-hdf5");
    }

    std::string path_, unfinished_;
};

class Conversion {
  public:
    Conversion(const ConvertRequest& request, const Progress& progress)
        : request_(request), progress_(progress), threads_(threads_or_all(request.threads)) {}

    Result<ConvertSummary> run() {
        const fs::path output = request_.output;
        inputs_ = expand_paths(request_.paths, request_.output);
        if (auto error = look_at_inputs(output)) return *error;
        options_.units = request_.units;
        // Few files that are packed in pieces share the cores among them.
        options_.threads = threads_of_each(threads_, inputs_.size());
        const bool is_file = output.extension() == ".h5" || output.extension() == ".hdf5";
        if (is_file && !is_hdf5(request_.to))
            return Error{"SND-U061", "-o", utf8(output), "a folder, for a file of each test",
                         fmt::format("-o {}", utf8(output.stem()))};
        const Result<bool> written = is_file ? into_file() : into_folder();
        if (!written) return written.error();
        return std::move(summary_);
    }

  private:
    std::optional<Error> look_at_inputs(const fs::path& output) const {
        const bool has_file =
            std::ranges::any_of(inputs_, [](const InputPath& input) { return !input.error; });
        if (!has_file)
            return Error{"SND-U033", "convert", inputs_.empty() ? "no file" : inputs_[0].path,
                         "files to convert", "check the paths"};
        std::error_code ignored;
        for (const InputPath& input : inputs_)
            if (!input.error && fs::equivalent(input.path, output, ignored))
                return Error{"SND-O006", utf8(output), "it is an input too",
                             "another name for the output", "choose another with -o"};
        return std::nullopt;
    }
    Error stopped() const {
        return {"SND-U130", "convert", "stopped before all files were read", "", ""};
    }
    Error nothing_converted() const {
        return {"SND-U033", "convert",
                summary_.left.empty() ? "no test" : summary_.left.front().reason,
                "a test that can be converted", "sneddon look PATH... says what is there"};
    }

    /// take(input, tests) on this thread, in order.
    template <class Take>
    std::optional<Error> read_all(Take take) {
        std::optional<Error> trouble;
        ordered_parallel(
            inputs_.size(), threads_, progress_.stop,
            [&](std::size_t i) { return read_input(inputs_[i], options_); },
            [&](std::size_t i, ReadInput&& input) {
                ++summary_.files;
                if (input.left) summary_.left.push_back(*std::move(input.left));
                if (!trouble && !input.tests.empty()) trouble = take(inputs_[i], input.tests);
                if (progress_.report) progress_.report(i + 1, inputs_.size());
            });
        if (!trouble && progress_.stop.requested()) trouble = stopped();
        return trouble;
    }
    void count(const Test& test) {
        ++summary_.tests;
        summary_.points += test.curve.size();
    }
    void leave(const InputPath& input, const Test& test) {
        const auto why = std::ranges::find(test.inferences, "no curve", &Inference::what);
        summary_.left.push_back({fmt::format("{}, test {}", input.path, test.number),
                                 why == test.inferences.end() ? "no curve" : why->value, false});
    }

    /// Tests that go by the number alone would be one; names are those of their files.
    static void name_tests(const std::string& path, std::vector<Test>& tests, int before) {
        for (Test& test : tests) {
            if (test.name.empty()) test.name = utf8(fs::path(path).filename());
            if (before > 0) test.number = ++before;
        }
    }

    Result<bool> into_file() {
        auto file = NewFile::open(request_.output, request_.may_replace_output);
        if (!file) return file.error();
        if (progress_.begins) progress_.begins(file->unfinished());
        std::vector<Test> all;
        auto trouble = read_all([&](const InputPath& input, std::vector<Test>& tests) {
            const int last = all.empty() ? 0 : all.back().number;
            name_tests(input.path, tests, last);
            std::ranges::move(tests, std::back_inserter(all));
            return std::optional<Error>();
        });
        if (trouble) return *trouble;
        if (all.empty()) return nothing_converted();
        std::ranges::for_each(all, [&](const Test& test) { count(test); });
        const auto written = write_hdf5(all, file->unfinished(), request_.to, threads_);
        if (!written) return written.error();
        add_written(file->unfinished());
        if (!progress_.is_to_finish()) return stopped();
        return file->commit();
    }

    Result<bool> into_folder() {
        auto folder = OutputFolder::open(request_.output, request_.may_replace_output);
        if (!folder) return folder.error();
        if (progress_.begins) progress_.begins(utf8(folder->folder()));
        ConvertedNames names(is_hdf5(request_.to)            ? ".h5"
                             : request_.to == ConvertTo::csv ? ".csv"
                                                             : ".txt");
        const auto trouble = read_all([&](const InputPath& input, std::vector<Test>& tests) {
            return is_hdf5(request_.to)
                       ? put_archive(*folder, names.name_for(input.path), input, tests)
                       : put_texts(*folder, names, input, tests);
        });
        if (trouble) return *trouble;
        if (summary_.written_files == 0) return nothing_converted();
        if (!progress_.is_to_finish()) return stopped();
        return folder->commit({});
    }
    std::optional<Error> put_archive(const OutputFolder& folder, const std::string& name,
                                     const InputPath& input, std::vector<Test>& tests) {
        name_tests(input.path, tests, 0);
        const std::string path = utf8(folder.folder() / name);
        const auto written = write_hdf5(tests, path, request_.to, threads_);
        if (!written) return written.error();
        std::ranges::for_each(tests, [&](const Test& test) { count(test); });
        add_written(path);
        return std::nullopt;
    }
    std::optional<Error> put_texts(const OutputFolder& folder, ConvertedNames& names,
                                   const InputPath& input, const std::vector<Test>& tests) {
        for (const Test& test : tests) {
            if (test.curve.size() == 0) {
                leave(input, test);
                continue;
            }
            const bool is_csv = request_.to == ConvertTo::csv;
            if (!is_csv && is_rounded(test)) ++summary_.rounded_tests;
            const std::string text = is_csv ? curve_csv(test) : triboscan_text(test);
            const std::string name = names.name_for(input.path, test, tests.size());
            std::ofstream out = folder.create(name);
            out.write(text.data(), static_cast<std::streamsize>(text.size()));
            if (const auto closed = folder.close({&out}); !closed) return closed.error();
            count(test);
            add_written(utf8(folder.folder() / name));
        }
        return std::nullopt;
    }
    void add_written(const std::string& path) {
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(path, error);
        ++summary_.written_files;
        summary_.bytes += error ? 0 : bytes;
    }

    const ConvertRequest& request_;
    const Progress& progress_;
    unsigned threads_;
    std::vector<InputPath> inputs_;
    ReadOptions options_;
    ConvertSummary summary_;
};

}  // namespace

Result<ConvertSummary> convert(const ConvertRequest& request, const Progress& progress) {
    return Conversion(request, progress).run();
}

std::string convert_summary_text(const ConvertRequest& request, const ConvertSummary& summary) {
    std::string text = fmt::format(
        "  converted {} tests, {} points, of {} files\n  wrote     {}: {} files, {:.3g} MB\n",
        count_text(summary.tests), count_text(summary.points), count_text(summary.files),
        request.output, count_text(summary.written_files),
        static_cast<double>(summary.bytes) / 1e6);
    if (summary.rounded_tests > 0)
        text += fmt::format("  ! {} tests had more than {} decimals: rounded\n",
                            count_text(summary.rounded_tests), decimals_of_triboscan);
    constexpr std::size_t most_lines = 20;
    for (std::size_t i = 0; i < std::min(most_lines, summary.left.size()); ++i)
        text += fmt::format("  {}  {}: {}\n", summary.left[i].is_refused ? "refused " : "left out",
                            summary.left[i].path, summary.left[i].reason);
    if (summary.left.size() > most_lines)
        text += fmt::format("  and {} more\n", count_text(summary.left.size() - most_lines));
    return text;
}

}  // namespace sneddon

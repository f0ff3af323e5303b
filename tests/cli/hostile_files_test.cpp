// Whatever a binary file says: an answer within 1 s and 256 MiB, by the whole program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdio>

#include "cli/hostile_files.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::AnyOf;
using ::testing::ContainsRegex;

constexpr double most_s = 1, most_MiB = 256;
// A build for finding faults counts and checks everything: there the limits say nothing.
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr bool is_measured = true;
#else
constexpr bool is_measured = false;
#endif

struct Cost {
    double cpu_s = 0, resident_MiB = 0;
};

struct Answer {
    int code = -1;
    std::string words;
    Cost cost;
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

/// Processor time and not the clock's: other programs may run.
Answer ask(const TemporaryFolder& folder, const std::vector<std::string>& args) {
    malloc_trim(0);  // a child begins with the resident pages of its parent
    const pid_t child = start(folder, args);
    int status = 0;
    rusage used{};
    EXPECT_EQ(wait4(child, &status, 0, &used), child);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
            file_text(folder.path() / ".stdout") + file_text(folder.path() / ".stderr"),
            {seconds(used.ru_utime) + seconds(used.ru_stime),
             static_cast<double>(used.ru_maxrss) / 1024}};
}

class HostileFilesTest : public ::testing::Test {
  protected:
    /// `path` alone, by `run` and by `look`.
    void expect_answer(const std::string& path, const std::string& what, bool is_believed) {
        for (const std::vector<std::string>& args :
             {std::vector<std::string>{"run", path, "-o", "out", "-f", "--figures", "none",
                                       "--threads", "1", "--no-color"},
              std::vector<std::string>{"look", path, "--threads", "1", "--no-color"}}) {
            const Answer answer = ask(folder, args);
            EXPECT_THAT(answer.code, AnyOf(3, is_believed ? 0 : 3))
                << what << ", " << args[0] << "\n"
                << answer.words;
            EXPECT_THAT(answer.words, ContainsRegex("SND-[A-Z]0")) << what;
            measure(answer.cost, what + ", " + args[0]);
        }
    }

    void measure(const Cost& cost, const std::string& what) {
        ++count;
        if (cost.cpu_s > worst.cpu_s) slowest = what;
        if (cost.resident_MiB > worst.resident_MiB) largest = what;
        worst.cpu_s = std::max(worst.cpu_s, cost.cpu_s);
        worst.resident_MiB = std::max(worst.resident_MiB, cost.resident_MiB);
        if (!is_measured) return;
        EXPECT_LE(cost.cpu_s, most_s) << what;
        EXPECT_LE(cost.resident_MiB, most_MiB) << what;
    }

    void print() const {
        std::printf("| %d | %.2f s (%s) | %.0f MiB (%s) |\n", count, worst.cpu_s, slowest.c_str(),
                    worst.resident_MiB, largest.c_str());
    }

    void refuse_all(const std::string& ending, const HostileFiles& files) {
        for (const HostileFile& file : files) {
            const std::string name = file.name + ending;
            const std::string path = folder.write(name, file.bytes);
            expect_answer(path, name, file.is_believed);
            std::filesystem::remove(path);
        }
    }

    /// In one run: what is cut is read as far as it goes, or refused; nothing else.
    void cut_anywhere(const std::string& ending, const std::string& sound) {
        constexpr std::size_t cuts = 64;
        for (std::size_t i = 0; i < cuts; ++i)
            folder.write(fmt::format("cut/{}{}", i, ending),
                         std::string_view(sound).substr(0, sound.size() * i / cuts));
        const Answer answer = ask(folder, {"run", "cut", "-o", "out", "-f", "--figures", "none",
                                           "--threads", "1", "--no-color"});
        EXPECT_THAT(answer.code, AnyOf(0, 3)) << answer.words;
        measure(answer.cost, "64 cut files in one run");
        std::filesystem::remove_all(folder.path() / "cut");
    }

    TemporaryFolder folder;
    int count = 0;
    Cost worst;
    std::string slowest, largest;
};

TEST_F(HostileFilesTest, Xls) {
    refuse_all(".xls", hostile_xls());
    cut_anywhere(".xls", book_bytes({{"Test 001", repeated(number_record(1, 1, 2), 400)}}));
    print();
}

TEST_F(HostileFilesTest, Mss) {
    refuse_all(".mss", hostile_mss());
    const std::string path = "Specimen/aaa/RawData/", column = mss_column({0, 1, 2, 3});
    cut_anywhere(
        ".mss", ole_parts_of(ole_tree({{path + "_Time", column}, {path + "_Load", column}})).bytes);
    print();
}

TEST_F(HostileFilesTest, Xlsx) {
    refuse_all(".xlsx", hostile_xlsx());
    cut_anywhere(".xlsx", xlsx_bytes({{"S", sheet_xml({{"Depth (nm)", "Load (mN)"}, {1., 2.}})}}));
    print();
}

TEST_F(HostileFilesTest, Zip) {
    refuse_all(".zip", hostile_zip());
    cut_anywhere(".zip", zip_bytes({{"a.txt", "1\t2\t3\n"}, {"b.txt", "4\t5\t6\n"}}));
    print();
}

TEST_F(HostileFilesTest, Gz) {
    refuse_all(".gz", hostile_gz());
    cut_anywhere(".gz", gz_bytes(repeated("0.1\t0.2\t0.3\n", 1000)));
    print();
}

TEST_F(HostileFilesTest, Hys) {
    refuse_all(".hys", hostile_hys());
    cut_anywhere(".hys", made_hys(true).bytes());
    cut_anywhere(".hys", made_hys(false).bytes());
    print();
}

TEST_F(HostileFilesTest, Tdm) {
    const std::string body = sound_tdm().body();
    for (const HostileFile& file : hostile_tdm()) folder.write(file.name + ".tdx", body);
    refuse_all(".tdm", hostile_tdm());
    for (int i = 0; i < 64; ++i) folder.write(fmt::format("cut/{}.tdx", i), body);
    cut_anywhere(".tdm", sound_tdm().head());
    print();
}

TEST_F(HostileFilesTest, Nmd) {
    refuse_all(".nmd", hostile_nmd());
    print();
}

TEST_F(HostileFilesTest, Hap) {
    refuse_all(".hap", hostile_hap());
    print();
}

TEST_F(HostileFilesTest, Hdf5) {
    const std::string sound = sound_archive();
    for (const HostileFile& file : hostile_hdf5()) {
        const std::string path = folder.write(file.name + ".h5", file.bytes);
        const Answer answer = ask(folder, {"run", path, "-o", "out", "-f", "--figures", "none",
                                           "--threads", "1", "--no-color"});
        EXPECT_EQ(answer.code, 3) << file.name << "\n"
                                  << answer.words;  // tests of 5 points at most
        measure(answer.cost, file.name);
        std::filesystem::remove(path);
    }
    cut_anywhere(".h5", sound);
    print();
}

}  // namespace
}  // namespace sneddon::testing

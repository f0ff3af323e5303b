// verify and doctor --bundle: whether OUT follows from its inputs, and what to send with a bug.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/program.hpp"

namespace sneddon::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

class Verify : public ::testing::Test {
  protected:
    Ending run(const std::vector<std::string>& args) { return sneddon(folder_, args); }
    fs::path at(const std::string& name) const { return folder_.path() / name; }
    void make_out(std::vector<std::string> more = {}) {
        ASSERT_EQ(run({"simulate", "zr50cu40al10", "-o", "m", "-q", "--tests-per-load-function",
                       "2", "--set", "programme.points_per_s=20"})
                      .code,
                  0);
        more.insert(more.begin(), {"run", "m", "-o", "out", "-q"});
        const Ending end = run(more);
        ASSERT_EQ(end.code, 0) << end.err;
    }
    std::vector<std::string> entries() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_.path()))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
    TemporaryFolder folder_;
};

TEST_F(Verify, WhatWasNotTouchedIsVerifiedAndNothingStaysOfTheRepeatedRun) {
    make_out({"--set", "study.k_max=2", "--tables", "xlsx", "--digits", "4", "--date", "2025-03-01",
              "--exclude", "*_0001_LC.txt", "--poisson", "0.3"});
    const auto before = entries();
    const Ending end = run({"verify", "out"});
    EXPECT_EQ(end.code, 0) << end.out << end.err;
    EXPECT_THAT(end.out, HasSubstr("\nverified\n"));
    EXPECT_THAT(end.out, Not(HasSubstr(":: ")));
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(run({"verify", "out/", "-q"}).code, 0);
    EXPECT_EQ(run({"verify", at("out/.").string(), "-q"}).code, 0);
    EXPECT_EQ(entries(), before);
}

TEST_F(Verify, AChangedInputAndAChangedTableAreNamed) {
    make_out({"--figures", "none"});
    const std::string file = "zr50cu40al10_0001_LC.txt";
    std::ofstream(at("m") / file, std::ios::app) << "\n";
    std::ofstream(at("out/recipe.toml"), std::ios::app) << "# mine\n";
    std::ofstream(at("out/notes.txt")) << "of mine: no file of the run\n";
    const Ending end = run({"verify", "out"});
    EXPECT_EQ(end.code, 4);
    EXPECT_THAT(end.out, HasSubstr("    m/" + file + ": its bytes have changed (SHA-256)\n"));
    EXPECT_THAT(end.out, HasSubstr("    recipe.toml: differs from line "));
    EXPECT_THAT(end.out, Not(HasSubstr("notes.txt")));
    EXPECT_THAT(end.out, HasSubstr("NOT verified"));
    EXPECT_EQ(run({"verify", "out", "-q"}).out, "");
}

TEST_F(Verify, AFileThatIsGoneAndOneThatCameAreNamed) {
    make_out({"--figures", "none"});
    fs::rename(at("m/zr50cu40al10_0001_LC.txt"), at("m/other_LC.txt"));
    fs::remove(at("out/curves.json"));
    const Ending end = run({"verify", "out"});
    EXPECT_EQ(end.code, 4);
    EXPECT_THAT(end.out, HasSubstr("m/zr50cu40al10_0001_LC.txt: gone"));
    EXPECT_THAT(end.out, HasSubstr("m/other_LC.txt: new since"));
    EXPECT_THAT(end.out, HasSubstr("curves.json: "));
}

TEST_F(Verify, ElsewhereOrWithoutARequestItIsAnErrorThatSaysWhatToDo) {
    make_out({"--figures", "none"});
    fs::rename(at("m"), at("moved"));
    Ending end = run({"verify", "out"});
    EXPECT_EQ(end.code, 3);
    EXPECT_THAT(end.err, HasSubstr("in the folder where the run was started"));
    fs::remove(at("out/request.json"));
    end = run({"verify", "out"});
    EXPECT_EQ(end.code, 5);
    EXPECT_THAT(end.err, HasSubstr("request.json"));
    EXPECT_THAT(end.err, HasSubstr("SND-O004"));
}

/// The bytes of an entry, by python's reader.
std::string in_zip(const fs::path& zip, const std::string& name) {
    const fs::path told = zip.string() + ".told";
    const std::string command =
        "python3 -c \"import sys, zipfile; z = zipfile.ZipFile('" + zip.string() +
        "'); sys.stdout.write('\\n'.join(z.namelist()) if '" + name + "' == '' else z.read('" +
        name + "').decode())\" > " + told.string();
    EXPECT_EQ(std::system(command.c_str()), 0);
    return file_text(told);
}

TEST_F(Verify, ABundleHoldsTheTablesOrNoTextOfTheUser) {
    make_out({"--figures", "none"});
    ASSERT_EQ(run({"doctor", "--bundle", "bug.zip", "--of", "out"}).code, 0);
    EXPECT_EQ(in_zip(at("bug.zip"), ""),
              "about.txt\ndoctor.txt\nrequest.json\nrecipe.toml\nresults.json\ntests.csv");
    EXPECT_EQ(in_zip(at("bug.zip"), "tests.csv"), file_text(at("out/tests.csv")));

    ASSERT_EQ(run({"doctor", "--bundle", "b.zip", "--of", "out", "--without-names"}).code, 0);
    EXPECT_EQ(in_zip(at("b.zip"), ""), "about.txt\ndoctor.txt\nrecipe.toml\ninputs.csv\nrows.csv");
    std::string all;
    for (const char* name : {"about.txt", "doctor.txt", "recipe.toml", "inputs.csv", "rows.csv"})
        all += in_zip(at("b.zip"), name);
    for (const char* mine : {"zr50cu40al10", "Zr50", "_LC"}) EXPECT_THAT(all, Not(HasSubstr(mine)));
    EXPECT_THAT(in_zip(at("b.zip"), "rows.csv"), HasSubstr("H_IT_GPa"));
    EXPECT_THAT(in_zip(at("b.zip"), "inputs.csv"), HasSubstr("hysitron-txt,1,used,"));
}

TEST_F(Verify, ABundleReplacesNoFileAndNeedsAnOut) {
    folder_.write("bug.zip", "mine");
    EXPECT_THAT(run({"doctor", "--bundle", "bug.zip"}).err, HasSubstr("SND-O001"));
    EXPECT_EQ(file_text(at("bug.zip")), "mine");
    EXPECT_THAT(run({"doctor", "--bundle", "b.zip", "--of", "nowhere"}).err, HasSubstr("SND-O004"));
    EXPECT_FALSE(fs::exists(at("b.zip")));
    EXPECT_EQ(run({"doctor", "--of", "out"}).code, 2);
}

}  // namespace
}  // namespace sneddon::testing

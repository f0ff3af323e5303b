// The views of src/results/written against what is written: a key that is asked for and never
// written, or that holds something else than the view says, is found here without drawing a page.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "results/curves/curves_json.hpp"
#include "results/write_results.hpp"
#include "support/source_tree.hpp"
#include "unit/results/whole_study.hpp"

namespace sneddon::testing {
namespace {

using Json = nlohmann::ordered_json;

struct Member {
    std::string type, key;
};

struct View {
    std::string base;
    std::vector<Member> members;
    bool has_summaries = false;  ///< under the ids of quantities
};

std::string text_of_views() {
    std::string text;
    for (const auto& path : source_files({"src/results/written"}))
        if (path.extension() == ".hpp") text += text_of(source_root / path);
    return text;
}

std::map<std::string, std::string> words_of_keys(const std::string& text) {
    std::map<std::string, std::string> words;
    const std::regex key(R"re((\w+)\{"(\w+)"\})re");
    for (std::sregex_iterator at(text.begin(), text.end(), key), end; at != end; ++at)
        words[(*at)[1]] = (*at)[2];
    return words;
}

std::map<std::string, View> read_views() {
    const std::string text = text_of_views();
    const auto words = words_of_keys(text);
    const std::regex head(R"re(struct (Written\w+) : (\w+) \{)re");
    const std::regex member(R"re(([\w<>]+) \w+\(\) const \{\s*return \{at\(key::(\w+)\)\};)re");
    std::map<std::string, View> views;
    for (std::sregex_iterator at(text.begin(), text.end(), head), end; at != end; ++at) {
        const auto begin = static_cast<std::size_t>(at->position());
        const std::string body = text.substr(begin, text.find("\n};", begin) - begin);
        View& view = views[(*at)[1]];
        view.base = (*at)[2];
        view.has_summaries = body.find("return {named(") != body.npos;
        for (std::sregex_iterator m(body.begin(), body.end(), member); m != end; ++m)
            view.members.push_back({(*m)[1], words.at((*m)[2])});
    }
    return views;
}

/// Walks what was written along the views, and keeps what it met.
class Walk {
  public:
    explicit Walk(std::map<std::string, View> views) : views_(std::move(views)) {}

    void visit(const Json& json, const std::string& type) {
        std::smatch part;
        if (json.is_null()) return;
        if (std::regex_match(type, part, std::regex("List<(.*)>"))) {
            EXPECT_TRUE(json.is_array()) << type << ": " << json;
            for (const Json& item : json) visit(item, part[1]);
        } else if (std::regex_match(type, part, std::regex("ByName<(.*)>"))) {
            EXPECT_TRUE(json.is_object()) << type << ": " << json;
            for (const auto& item : json.items()) visit(item.value(), part[1]);
        } else if (type == "Numbers" || type == "Texts") {
            visit(json, type == "Numbers" ? "List<Number>" : "List<Text>");
        } else if (type == "Number") {
            EXPECT_TRUE(json.is_number()) << json;
        } else if (type == "Text") {
            EXPECT_TRUE(json.is_string()) << json;
        } else if (type == "Truth") {
            EXPECT_TRUE(json.is_boolean()) << json;
        } else if (type != "RecipeValue") {
            visit_view(json, type, type);
        }
    }

    /// Keys that a view asks for and that were nowhere in what was visited.
    std::vector<std::string> never_written() const {
        std::vector<std::string> missing;
        for (const auto& [name, view] : views_)
            for (const Member& member : members_of(name))
                if (!met_.contains({name, member.key}) && !is_base(name))
                    missing.push_back(name + ": " + member.key);
        return missing;
    }

  private:
    std::vector<Member> members_of(const std::string& name) const {
        const auto view = views_.find(name);
        if (view == views_.end()) return {};  // Place
        std::vector<Member> members = members_of(view->second.base);
        members.insert(members.end(), view->second.members.begin(), view->second.members.end());
        return members;
    }
    bool is_base(const std::string& name) const {
        return std::ranges::any_of(views_,
                                   [&](const auto& view) { return view.second.base == name; });
    }
    void visit_view(const Json& json, const std::string& type, const std::string& name) {
        ASSERT_TRUE(views_.contains(type)) << "no view " << type;
        EXPECT_TRUE(json.is_object()) << type << ": " << json;
        std::set<std::string> known;
        for (const Member& member : members_of(name)) {
            known.insert(member.key);
            if (!json.contains(member.key) || json[member.key].is_null()) continue;
            met_.insert({name, member.key});
            visit(json[member.key], member.type);
        }
        if (!views_.at(type).has_summaries) return;
        for (const auto& item : json.items())
            if (!known.contains(item.key()) && item.value().is_object())
                visit(item.value(), "WrittenSummary");
    }

    std::map<std::string, View> views_;
    std::set<std::pair<std::string, std::string>> met_;
};

TEST(WrittenKeys, EveryKeyThatIsAskedForIsWritten) {
    const StudyResult study = whole_study();
    Walk walk(read_views());
    const Json results = Json::parse(text_of(write_results_json, study));
    walk.visit(results, "WrittenResults");
    walk.visit(results["tests"], "List<WrittenTestRow>");
    walk.visit(results["pop_ins"], "List<WrittenPopInFits>");
    for (const CurvePreview& preview : study.previews) {
        walk.visit(Json::parse(curve_preview_json(preview, residual_density({1}, {2}))),
                   "WrittenCurve");
        walk.visit(Json::parse(drawn_curve_json({preview, {1}, {2}})), "WrittenDrawnCurve");
    }
    StudyResult large = example_study();
    constexpr std::size_t more_than_it_holds = 20001;
    large.tests.resize(more_than_it_holds, large.tests.front());
    walk.visit(Json::parse(text_of(write_results_json, large)), "WrittenResults");
    EXPECT_EQ(walk.never_written(), std::vector<std::string>());
}

TEST(WrittenKeys, AKeyThatNobodyWritesIsSeen) {
    auto views = read_views();
    views["WrittenSpace"].members.push_back({"Number", "pitch"});
    Walk walk(views);
    walk.visit(Json::parse(text_of(write_results_json, whole_study())), "WrittenResults");
    const auto missing = walk.never_written();
    EXPECT_NE(std::ranges::find(missing, "WrittenSpace: pitch"), missing.end());
}

TEST(WrittenKeys, EveryViewIsRead) {
    const auto views = read_views();
    EXPECT_GE(views.size(), 40u);
    std::size_t keys = 0;
    for (const auto& [name, view] : views) keys += view.members.size();
    EXPECT_GE(keys, 150u);
}

// Each word is declared once, and each that is declared is asked for.
TEST(WrittenKeys, EachStandsOnceAndIsUsed) {
    const std::string keys = text_of(source_root / "src/results/written/keys.hpp");
    const std::string views = text_of_views();
    std::set<std::string> seen;
    const std::regex key(R"re((\w+)\{"(\w+)"\})re");
    for (std::sregex_iterator at(keys.begin(), keys.end(), key), end; at != end; ++at) {
        EXPECT_TRUE(seen.insert((*at)[2]).second) << (*at)[2] << " stands twice";
        EXPECT_NE(views.find("at(key::" + (*at)[1].str() + ")"), views.npos)
            << (*at)[1] << " is never asked for";
    }
}

}  // namespace
}  // namespace sneddon::testing

#include "report/methods/methods_of_corrections.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

struct Sentence {
    std::string_view what, method, text;
};

constexpr std::array sentences = {
    Sentence{"tare", "air",
             "The load of the empty tip, its median in the air before contact, was subtracted"},
    Sentence{"frame_compliance", "header",
             "The depth was corrected for the frame compliance that the file states"},
    Sentence{"frame_compliance", "instrument",
             "The instrument had corrected the depth for the frame compliance"},
    Sentence{"drift", "hold",
             "Thermal drift was subtracted: the slope of a hold during unloading {{iso14577}}"},
    Sentence{"drift", "monitor",
             "Thermal drift was subtracted: the slope of its measurement before the test"},
    Sentence{"drift", "header", "Thermal drift was subtracted: the rate that the file states"},
    Sentence{"drift", "instrument", "The instrument had subtracted the thermal drift"},
    Sentence{"zero", "hertz",
             "Depth is zero where Hertz's law, fitted over 1 to 6 % of the peak load, has it"},
    Sentence{"zero", "poly2",
             "Depth is zero where a parabola through the first 10 % of the depth has it "
             "{{iso14577}}"},
    Sentence{"zero", "file", "Depth is zero where the file has it"},
};

/// Of a correction that was not made.
constexpr std::array nothing_made = {
    Sentence{"tare", "", "No load of the empty tip was subtracted: no file has a part in the air"},
    Sentence{"frame_compliance", "", "No frame compliance was taken off: no file states one"},
    Sentence{"drift", "", "No thermal drift was subtracted: no file tells of one"},
    Sentence{"zero", "", "Depth is zero where the file has it"},
};

std::string_view text_of(std::string_view what, std::string_view method) {
    for (const Sentence& sentence : sentences)
        if (sentence.what == what && sentence.method == method) return sentence.text;
    return "";
}

}  // namespace

std::string correction_made(const WrittenStudy& study, std::string_view what,
                            std::string_view radius) {
    const auto corrections = study.results.corrections();
    if (!corrections.is_there()) return "";
    const double all = study.results.counts().rows_used().value();
    std::string text;
    double made = 0;
    for (const WrittenCorrection way : corrections) {
        if (way.what().value() != what) continue;
        const double tests = way.tests().value();
        const std::string_view sentence = text_of(what, way.method().value());
        if (sentence.empty()) return "";  // a way of a version to come: the rule is told
        made += tests;
        text += text.empty() ? "" : ". ";
        text += sentence;
        if (way.method().value() == "hertz") text += radius;
        if (tests != all)
            text += fmt::format(" ({} of {} tests)", way.tests().count().plain(),
                                study.results.counts().rows_used().count().plain());
    }
    // What has no zero of ours keeps that of its file.
    if (what == "zero" && !text.empty() && made < all)
        text += fmt::format(". Depth is zero where the file has it ({} of {} tests)",
                            count_text(static_cast<std::size_t>(all - made)),
                            study.results.counts().rows_used().count().plain());
    if (!text.empty() || !(all > 0)) return text;
    for (const Sentence& sentence : nothing_made)
        if (sentence.what == what) return std::string(sentence.text);
    return "";
}

std::string for_holds(const WrittenStudy& study, std::string sentence) {
    constexpr std::string_view begin = " (without a hold: ";
    const auto from = sentence.find(begin);
    const auto to = sentence.find(')', from == sentence.npos ? 0 : from);
    if (from == sentence.npos || to == sentence.npos) return sentence;
    std::size_t with = 0, without = 0;
    for (std::size_t row = 0; row < study.tests.rows; ++row) {
        if (!study.tests.is_used(row)) continue;
        const double hold_s = study.tests.value("hold_s"_q, row);
        if (is_finite(hold_s)) ++(hold_s > 0 ? with : without);
    }
    if (with > 0 && without == 0) return sentence.erase(from, to + 1 - from);
    if (with > 0 || without == 0) return sentence;
    const std::string other =
        sentence.substr(from + begin.size(), to - from - begin.size()) + sentence.substr(to + 1);
    // "that of a line ... (without a hold: of a quadratic ...)"
    return other.starts_with("of ") ? "that " + other : other;
}

}  // namespace sneddon

// The tests as the script reads them: columns, not cells. Numbers are bytes, so that a filter and a
// mean of the page are those of tests.csv.
#include <fmt/core.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "base/base64.hpp"
#include "base/nan.hpp"
#include "model/cluster_name.hpp"
#include "report/report_page.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

static_assert(std::endian::native == std::endian::little, "bytes of the page are little-endian");

/// Inside of a script element: no "<" may end it.
std::string json_text(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            json += std::string("\\") + c;
        else if (byte < 0x20 || c == '<' || c == '&')
            json += fmt::format("\\u{:04x}", byte);
        else
            json += c;
    }
    return json + "\"";
}

template <class Value>
std::string bytes_of(const std::vector<double>& column, const std::vector<std::size_t>& rows) {
    std::string bytes;
    bytes.reserve(rows.size() * sizeof(Value));
    for (const std::size_t row : rows) {
        const auto value = static_cast<Value>(column[row]);
        char raw[sizeof(Value)];
        std::memcpy(raw, &value, sizeof(Value));
        bytes.append(raw, sizeof(Value));
    }
    return base64_text(bytes);
}

bool are_alike(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// All rows have one value: it stands once.
bool is_one_value(const std::vector<double>& column, const std::vector<std::size_t>& rows) {
    return std::ranges::all_of(
        rows, [&](std::size_t row) { return are_alike(column[row], column[rows.front()]); });
}

/// Places, labels and counts fit into two bytes.
bool are_counts(const std::vector<double>& column, const std::vector<std::size_t>& rows) {
    return std::ranges::all_of(rows, [&](std::size_t row) {
        const double value = column[row];
        return value >= 0 && value < 65536 && value == std::floor(value) && !std::signbit(value);
    });
}

/// How the page has a column: "f64", "f32" and "u16" are bytes, "one" is a double for every row.
std::string_view kind_of(const std::vector<double>& column, const std::vector<std::size_t>& rows,
                         bool is_exact) {
    if (is_one_value(column, rows)) return "one";
    if (are_counts(column, rows)) return "u16";
    return is_exact ? "f64" : "f32";
}

std::string values_of(const std::vector<double>& column, const std::vector<std::size_t>& rows,
                      bool is_exact) {
    const std::string_view kind = kind_of(column, rows, is_exact);
    if (kind == "one") return bytes_of<double>(column, {rows.front()});
    if (kind == "u16") return bytes_of<std::uint16_t>(column, rows);
    return is_exact ? bytes_of<double>(column, rows) : bytes_of<float>(column, rows);
}

struct CommonEnds {
    std::string_view begin, end;
};

/// Whole characters of ASCII alone: a word is never cut within a letter.
CommonEnds common_ends(const std::vector<std::string_view>& words) {
    if (words.size() < 2) return {};
    std::size_t begin = words.front().size(), end = words.front().size(), shortest = begin;
    for (const std::string_view word : words) {
        shortest = std::min(shortest, word.size());
        const auto is_same = [](char a, char b) {
            return a == b && static_cast<unsigned char>(a) < 0x80;
        };
        begin = std::min<std::size_t>(
            begin, static_cast<std::size_t>(
                       std::ranges::mismatch(word, words.front(), is_same).in1 - word.begin()));
        std::size_t same = 0;
        while (
            same < std::min(end, word.size()) &&
            is_same(word[word.size() - 1 - same], words.front()[words.front().size() - 1 - same]))
            ++same;
        end = std::min(end, same);
    }
    end = std::min(end, shortest - std::min(begin, shortest));
    return {words.front().substr(0, begin), words.front().substr(words.front().size() - end)};
}

/// Above that many rows a page carries single precision and the usual columns alone.
constexpr std::size_t most_exact_rows = 5000;

class DataBlock {
  public:
    explicit DataBlock(const ReportPage& page) : page_(page), rows_(page.data_rows) {}

    std::string take() {
        json_ = fmt::format("{{\"rows\":{},\"all\":{},\"listed\":{},\n\"columns\":[", rows_.size(),
                            page_.study.tests.rows, listed_rows());
        for (const Column& column :
             {column::test_id, column::file, column::status, column::sample, column::load_function,
              column::flags, column::reason, column::test_name, column::time_stamp})
            add_texts(column);
        add_cluster_names();
        add_numbers();
        json_ += "],\n\"flag_texts\":{";
        add_flag_texts();
        json_ += "},\n\"codes\":{";
        add_codes();
        return json_ + "}}";
    }

  private:
    /// Rows of tests.csv; null when they are all.
    std::string listed_rows() const {
        if (rows_.size() == page_.study.tests.rows) return "null";
        std::string list = "[";
        for (std::size_t i = 0; i < rows_.size(); ++i)
            list += fmt::format("{}{}", i == 0 ? "" : ",", rows_[i]);
        return list + "]";
    }

    void open(std::string_view name) {
        json_ += fmt::format("{}\n{{\"name\":{}", has_columns_ ? "," : "", json_text(name));
        has_columns_ = true;
    }

    void add_texts(const Column& column) {
        std::map<std::string_view, std::size_t> place;
        std::vector<std::string_view> words;
        std::string at;
        bool has_words = false;
        for (const std::size_t row : rows_) {
            const std::string_view word = page_.study.tests.text_of(column, row);
            has_words |= !word.empty();
            const auto [known, is_new] = place.emplace(word, words.size());
            if (is_new) words.push_back(word);
            at += fmt::format("{}{}", at.empty() ? "" : ",", known->second);
        }
        if (!has_words) return;
        open(column.head);
        add_words(words);
        if (words.size() > 1 && words.size() < rows_.size()) json_ += ",\"at\":[" + at + "]";
        json_ += "}";
    }

    /// What all words begin and end with stands once: names of tests are alike.
    void add_words(const std::vector<std::string_view>& words) {
        const auto [begin, end] = common_ends(words);
        if (!begin.empty()) json_ += ",\"begin\":" + json_text(begin);
        if (!end.empty()) json_ += ",\"end\":" + json_text(end);
        json_ += ",\"words\":[";
        for (std::size_t i = 0; i < words.size(); ++i)
            json_ += (i == 0 ? "" : ",") +
                     json_text(words[i].substr(begin.size(),
                                               words[i].size() - begin.size() - end.size()));
        json_ += "]";
    }

    /// The names that study.toml gives the clusters; a word for each label.
    void add_cluster_names() {
        const auto stated = page_.study.results.facts().stated();
        const auto* labels = page_.study.tests.numbers_of(column::cluster);
        if (labels == nullptr) return;
        std::vector<std::string> names = {""};
        bool has_names = false;
        for (std::size_t i = 0; i < page_.study.results.clusters().items().size(); ++i) {
            const std::string name = stated[cluster_fact(i)].text().value();
            has_names = has_names || !name.empty();
            names.push_back(name.empty() ? cluster_fact(i) : name);
        }
        if (!has_names) return;
        std::string at;
        for (const std::size_t row : rows_) {
            const double label = (*labels)[row];
            const bool is_named = label >= 0 && label + 1 < static_cast<double>(names.size());
            at += fmt::format("{}{}", at.empty() ? "" : ",",
                              is_named ? static_cast<std::size_t>(label) + 1 : 0);
        }
        open("cluster_name");
        add_words({names.begin(), names.end()});
        json_ += ",\"at\":[" + at + "]}";
    }

    void add_numbers() {
        const std::vector<Head> usual = test_columns();
        for (const Head& head : usual) add_number(head, true);
        for (const Head& head :
             {Head(column::test), Head(column::cycle), Head(column::x_um), Head(column::y_um)})
            add_number(head, false);
        if (rows_.size() > most_exact_rows) return;
        for (const QuantityInfo& quantity : quantity_table) {
            const Head head = Head::named(std::string(quantity.id));
            const bool is_usual = std::ranges::any_of(
                usual, [&](const Head& other) { return other.name() == head.name(); });
            if (!is_usual) add_number(head, false);
        }
    }

    void add_number(const Head& head, bool is_usual) {
        const auto* column = page_.study.tests.numbers_of(head);
        if (column == nullptr || !has_values(page_.study, head)) return;
        open(head.name());
        if (const auto quantity = find_quantity(head.name())) {
            const QuantityInfo& info = quantity->info();
            json_ += fmt::format(",\"symbol\":{},\"unit\":{},\"text\":{}", json_text(info.symbol),
                                 json_text(info.unit), json_text(info.text));
        }
        if (is_usual) json_ += ",\"usual\":true";
        const bool is_exact = rows_.size() <= most_exact_rows;
        json_ += fmt::format(",\"{}\":\"{}\"", kind_of(*column, rows_, is_exact),
                             values_of(*column, rows_, is_exact));
        if (is_exact) add_uncertainty(head);
        json_ += "}";
    }

    /// Random and common part together.
    void add_uncertainty(const Head& head) {
        const auto quantity = find_quantity(head.name());
        if (!quantity) return;
        const auto* random = page_.study.tests.numbers_of(Head::u_random(*quantity));
        const auto* common = page_.study.tests.numbers_of(Head::u_common(*quantity));
        if (random == nullptr || common == nullptr) return;
        std::vector<double> both(random->size());
        for (std::size_t row = 0; row < both.size(); ++row)
            both[row] = std::hypot((*random)[row], (*common)[row]);
        json_ += ",\"u\":\"" + bytes_of<float>(both, rows_) + "\"";
    }

    void add_flag_texts() {
        bool is_first = true;
        for (const std::size_t row : rows_) {
            const auto texts = page_.study.flag_texts.find(row);
            if (texts == page_.study.flag_texts.end()) continue;
            json_ += fmt::format("{}\"{}\":[", is_first ? "\n" : ",\n", row);
            for (std::size_t i = 0; i < texts->second.size(); ++i)
                json_ += (i == 0 ? "" : ",") + json_text(texts->second[i]);
            json_ += "]";
            is_first = false;
        }
    }

    void add_codes() {
        std::map<std::string, const CodePage*> pages;
        for (const std::size_t row : rows_)
            for (const std::string& code : page_.study.tests.flags(row))
                pages.emplace(code, find_code(code));
        bool is_first = true;
        for (const auto& [code, known] : pages) {
            json_ += fmt::format("{}{}:{}", is_first ? "" : ",", json_text(code),
                                 json_text(known == nullptr ? "" : known->title));
            is_first = false;
        }
    }

    const ReportPage& page_;
    const std::vector<std::size_t>& rows_;
    std::string json_;
    bool has_columns_ = false;
};

}  // namespace

void write_data(std::ostream& out, const ReportPage& page) {
    if (page.study.tests.rows == 0) return;
    out << "<script type=\"application/json\" id=\"study-data\">" << DataBlock(page).take()
        << "</script>\n";
}

}  // namespace sneddon

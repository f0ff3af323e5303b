// A JSON value as its text, for those that write: nlohmann/json.hpp costs each source that builds
// values with it seconds of compile time.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "results/written/place.hpp"

namespace sneddon {

struct JsonMember;

/// Compact JSON. An object is a list of pairs: JsonText{{key::n, 12}, {key::mean, json_number(x)}};
/// members keep the order they are given in, and no key may be given twice.
class JsonText {
  public:
    JsonText(std::nullptr_t) : text_("null") {}
    JsonText(bool value) : text_(value ? "true" : "false") {}
    template <std::integral Integer>
    JsonText(Integer value) : text_(digits(Widest<Integer>{value})) {}
    JsonText(double) = delete;        ///< json_number, or real
    JsonText(std::string_view text);  ///< bytes that are not UTF-8 become U+FFFD
    JsonText(const std::string& text) : JsonText(std::string_view(text)) {}
    JsonText(const char* text) : JsonText(std::string_view(text)) {}
    JsonText(const std::vector<std::string>& texts);
    JsonText(std::initializer_list<JsonMember> members);

    // Out of line: a writer holds dozens of them, and each inlined copy takes time to compile.
    JsonText(const JsonText&);
    JsonText(JsonText&&) noexcept;
    JsonText& operator=(const JsonText&);
    JsonText& operator=(JsonText&&) noexcept;
    ~JsonText();

    static JsonText object() { return JsonText(std::initializer_list<JsonMember>{}); }
    static JsonText array(std::initializer_list<JsonText> elements = {});
    static JsonText real(double value);  ///< "1.0" where json_number gives "1"; null if not finite
    static JsonText reals(std::span<const double> values);

    void push_back(const JsonText& element) { append(element.text_); }
    /// The members of another object after those of this one.
    void update(const JsonText& object);

    const std::string& text() const { return text_; }
    /// Indented by two blanks, with a line feed at the end.
    std::string indented() const;

  private:
    template <class Integer>
    using Widest = std::conditional_t<std::is_signed_v<Integer>, std::int64_t, std::uint64_t>;

    static std::string digits(std::int64_t value);
    static std::string digits(std::uint64_t value);
    void append(std::string_view inside);  ///< before the closing bracket

    std::string text_;
};

/// A pair of a JsonText{...}: gone with it.
struct JsonMember {
    JsonMember(Key member, JsonText of_it) : JsonMember(member.name, std::move(of_it)) {}
    JsonMember(std::string_view member, JsonText of_it) : key(member), value(std::move(of_it)) {}

    std::string_view key;
    JsonText value;
};

}  // namespace sneddon

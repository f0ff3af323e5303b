// A place in results.json and what stands there. It knows its pointer, so that every number that is
// shown can say where it comes from; what is missing, null or of another type is no number, an
// empty text, a list of nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

namespace sneddon {

/// A value of the JSON library (results/json.hpp).
struct JsonNode;

/// A key of results.json. Those that are read back stand in results/keys.hpp, for the one that
/// writes and the one that reads: a key that is not there does not compile.
struct Key {
    std::string_view name;
};

class Place {
  public:
    Place() = default;  ///< nothing stands there
    Place(const JsonNode* json, std::string pointer);

    /// Something stands here, and it is not null.
    bool is_there() const { return json_ != nullptr; }
    /// RFC 6901: "/groups/0/name".
    const std::string& pointer() const { return pointer_; }

  protected:
    Place at(Key key) const { return named(key.name); }
    Place named(std::string_view name) const;
    Place element(std::size_t i) const;
    std::size_t elements() const;  ///< 0 when it is no list
    const JsonNode* json() const { return json_; }

  private:
    const JsonNode* json_ = nullptr;  ///< nullptr: nothing, or null
    std::string pointer_;
};

struct Number : Place {
    double value() const;           ///< NaN when there is none
    Words words(int digits) const;  ///< "?" when there is none
    Words count() const;            ///< with commas
};

struct Text : Place {
    std::string value() const;
    Words words() const;
};

struct Truth : Place {
    bool is_true() const;
};

enum class ValueKind { text, number, other };

/// A value of the recipe: a word, a number, a truth or a list.
struct RecipeValue : Place {
    ValueKind kind() const;
    Number number() const { return {*this}; }
    Text text() const { return {*this}; }
    std::string as_json() const;  ///< "null" when there is none
};

template <class Item>
struct List : Place {
    std::size_t size() const { return elements(); }
    bool is_empty() const { return elements() == 0; }
    Item operator[](std::size_t i) const { return {element(i)}; }

    class Iterator {
      public:
        Iterator(const List& list, std::size_t i) : list_(list), i_(i) {}
        Item operator*() const { return list_[i_]; }
        Iterator& operator++() {
            ++i_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return i_ != other.i_; }

      private:
        const List& list_;
        std::size_t i_;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, elements()}; }
};

struct Numbers : List<Number> {
    std::vector<double> values() const;
};

struct Texts : List<Text> {
    std::vector<std::string> values() const;
};

std::vector<std::string> names_in(const JsonNode* object);
bool has_name(const JsonNode* object, std::string_view name);

/// Values under names that the study gives: quantities, options, parameters.
template <class Item>
struct ByName : Place {
    Item operator[](std::string_view name) const { return {named(name)}; }
    /// Something stands under the name, be it null.
    bool has(std::string_view name) const { return has_name(json(), name); }
    /// In the order of the file.
    std::vector<std::string> names() const { return names_in(json()); }
};

/// "4.30 ± 0.39" with the places of both; nothing without a mean.
Words mean_and_spread_words(const Number& mean, const Number& spread);

}  // namespace sneddon

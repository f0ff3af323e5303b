// A value or an error that a user can act on. No exception crosses the public interface.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace sneddon {

/// What went wrong, in the order a user needs it. `code` is a key of the table in base/codes.hpp.
struct Error {
    std::string code;      ///< "SND-R007"
    std::string where;     ///< file, line, column, option
    std::string found;     ///< what was there
    std::string expected;  ///< what should have been there
    std::string fix;       ///< what to type, empty when there is nothing to do
};

/// One line: "where: found ...; expected ...; fix [code]".
std::string message(const Error& error);

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return (assert(ok()), *std::get_if<0>(&content_)); }
    const T& value() const& { return (assert(ok()), *std::get_if<0>(&content_)); }
    T&& value() && { return (assert(ok()), std::move(*std::get_if<0>(&content_))); }
    const Error& error() const { return (assert(!ok()), *std::get_if<1>(&content_)); }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

  private:
    std::variant<T, Error> content_;
};

}  // namespace sneddon

// What schema.py puts into a source: each function does what its operator does, unless the program
// was started as one of its mutants (SNEDDON_MUTANT=NUMBER). Constant expressions never are.
#pragma once

#include <cstdlib>
#include <type_traits>

namespace mutant {

using Number = long long;

inline const Number chosen = [] {
    const char* number = std::getenv("SNEDDON_MUTANT");
    return number ? std::atoll(number) : -1;
}();

// The numbers that this run asks for, where SNEDDON_MUTANTS_REACHED names a table for them; else none.
Number* table_of_reached();
void note(Number number);
inline Number* const reached = table_of_reached();

constexpr bool is(Number number) {
    if (std::is_constant_evaluated())
        return false;
    if (reached) [[unlikely]]
        note(number);
    return number == chosen;
}

#define SNEDDON_RELATION(name, as_is, first, second)                                            \
    template <Number n, Number m, class A, class B>                                                   \
    constexpr bool name(const A& a, const B& b) {                                               \
        return is(n) ? a first b : is(m) ? a second b : a as_is b;                              \
    }
SNEDDON_RELATION(less, <, <=, >)
SNEDDON_RELATION(less_equal, <=, <, >=)
SNEDDON_RELATION(greater, >, >=, <)
SNEDDON_RELATION(greater_equal, >=, >, <=)

#define SNEDDON_OPERATOR(name, as_is, other)                                                    \
    template <Number n, class A, class B>                                                          \
    constexpr auto name(const A& a, const B& b) {                                               \
        return is(n) ? static_cast<decltype(a as_is b)>(a other b) : a as_is b;                 \
    }
SNEDDON_OPERATOR(equal, ==, !=)
SNEDDON_OPERATOR(not_equal, !=, ==)
SNEDDON_OPERATOR(plus, +, -)
SNEDDON_OPERATOR(minus, -, +)
SNEDDON_OPERATOR(times, *, /)
SNEDDON_OPERATOR(over, /, *)
SNEDDON_OPERATOR(modulo, %, *)

#define SNEDDON_CHANGE(name, as_is, other)                                                      \
    template <Number n, class A, class B>                                                          \
    constexpr A& name(A& a, const B& b) {                                                       \
        if (is(n))                                                                              \
            a other b;                                                                          \
        else                                                                                    \
            a as_is b;                                                                          \
        return a;                                                                               \
    }
SNEDDON_CHANGE(plus_to, +=, -=)
SNEDDON_CHANGE(minus_to, -=, +=)
SNEDDON_CHANGE(times_to, *=, /=)
SNEDDON_CHANGE(over_to, /=, *=)

template <Number n, class Right>
constexpr bool both(bool left, const Right& right) {
    return is(n) ? left || right() : left && right();
}
template <Number n, class Right>
constexpr bool either(bool left, const Right& right) {
    return is(n) ? left && right() : left || right();
}

template <Number n, Number m, class T>
constexpr T number(T value) {
    if constexpr (std::is_integral_v<T>)
        return is(n) ? value + 1 : is(m) ? value - 1 : value;
    else
        return is(n) ? value * 2 : is(m) ? value / 2 : value;
}

template <Number n>
constexpr bool negated(bool condition) {
    return is(n) != condition;
}

}  // namespace mutant

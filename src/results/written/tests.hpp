// An element of the list "tests" of results.json.
#pragma once

#include "results/written/keys.hpp"

namespace sneddon {

struct WrittenFlag : Place {
    Text text() const { return {at(key::text)}; }
};

struct WrittenTestRow : Place {
    Text test_id() const { return {at(key::test_id)}; }
    Text file() const { return {at(key::file)}; }
    Number test() const { return {at(key::test)}; }
    Number cycle() const { return {at(key::cycle)}; }
    ByName<Number> values() const { return {at(key::values)}; }
    Text status() const { return {at(key::status)}; }
    Text sample() const { return {at(key::sample)}; }
    ByName<Number> u_random() const { return {at(key::u_random)}; }
    ByName<Number> u_common() const { return {at(key::u_common)}; }
    ByName<Number> vendor() const { return {at(key::vendor)}; }
    List<WrittenFlag> flags() const { return {at(key::flags)}; }
};

}  // namespace sneddon

// What a study keeps of each of its tests, by test id and bounded: what would pass the budget is
// not kept.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace sneddon {

/// Of items with a `test_id` and their `bytes()`.
template <class Item>
class KeptByTest {
  public:
    explicit KeptByTest(std::size_t budget_bytes) : budget_bytes_(budget_bytes) {}

    void add(Item item) {
        if (bytes_ + item.bytes() > budget_bytes_) {
            ++left_out_;
            return;
        }
        bytes_ += item.bytes();
        items_.push_back(std::move(item));
    }
    void sort() { std::ranges::sort(items_, {}, &Item::test_id); }
    /// After sort(); null: not kept.
    const Item* find(const std::string& test_id) const {
        const auto found = std::ranges::lower_bound(items_, test_id, {}, &Item::test_id);
        return found != items_.end() && found->test_id == test_id ? &*found : nullptr;
    }
    const std::vector<Item>& all() const { return items_; }
    std::size_t left_out() const { return left_out_; }

  private:
    std::size_t budget_bytes_;
    std::size_t bytes_ = 0;
    std::size_t left_out_ = 0;
    std::vector<Item> items_;
};

}  // namespace sneddon

// A sentence whose numbers know where they come from: captions, findings, verdicts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

/// Pieces of text in their order. A piece with a `ref` is a value of the study: the ref is its JSON
/// pointer (RFC 6901) in results.json, "/groups/0/H_IT_GPa/mean".
class Words {
  public:
    struct Piece {
        std::string text;
        std::string ref;        ///< empty: words
        bool is_fixed = false;  ///< a number that no study changes: a limit, an equation's number
    };

    Words() = default;
    explicit Words(std::string_view text) { add(text); }

    Words& add(std::string_view text);
    Words& add(const Words& words);
    Words& value(std::string_view text, std::string_view ref);
    Words& fixed(std::string_view text);

    bool is_empty() const { return pieces_.empty(); }
    const std::vector<Piece>& pieces() const { return pieces_; }
    std::string plain() const;

  private:
    std::vector<Piece> pieces_;
};

/// "0.50", "−5", "12 000" (thin spaces from five digits on), "2e+09" beyond what can be written
/// out.
std::string tick_label(double value, int decimals);

/// So many significant digits, thin spaces from five digits on, "4.2 × 10⁻⁷" where digits would be
/// mostly zeros; "" when not finite.
std::string number_words(double value, int digits);

/// "4.30 ± 0.39": the deviation with two digits, the mean to the same place. The two parts.
struct MeanAndSpread {
    std::string mean, spread;  ///< spread is empty when there is none
};
MeanAndSpread mean_and_spread(double mean, double spread);

}  // namespace sneddon

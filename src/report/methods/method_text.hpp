// A paragraph for the paper in two forms from one source: plain and LaTeX.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sneddon {

/// "[[h_c|$h_\mathrm{c}$]]" is h_c in the plain form and the rest in LaTeX; "{{oliver1992}}" cites.
class MethodText {
  public:
    void say(std::string_view sentence);
    const std::string& plain() const { return plain_; }
    const std::string& latex() const { return latex_; }
    /// Keys in the order in which they were cited first.
    const std::vector<std::string>& cited() const { return cited_; }

  private:
    std::size_t cite(const std::string& key);
    std::string plain_, latex_;
    std::vector<std::string> cited_;
};

struct Reference {
    std::string_view key, plain, bibtex;
};

/// nullptr for a key that is not in the list.
const Reference* find_reference(std::string_view key);

}  // namespace sneddon

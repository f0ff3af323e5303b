// XML, tag by tag, without a tree: the sheets of a workbook are long and shallow. Nothing is
// expanded: a document type, in which bombs are declared, is an error; the five entities of XML and
// numbers of characters are the only ones.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sneddon {

enum class XmlPiece { open, close, text, end, broken };

class XmlScanner {
  public:
    /// `text` must outlive it; UTF-8.
    explicit XmlScanner(std::string_view text) : text_(text) {}

    /// An element without content gives `open` and then `close`.
    XmlPiece next();
    /// Of the element that was opened or closed, without its prefix.
    std::string_view name() const { return name_; }
    /// Of the element that was opened; as written, with its entities.
    std::optional<std::string_view> attribute(std::string_view wanted) const;
    /// Of a text; its entities are replaced.
    void add_text_to(std::string& to) const;
    std::string_view raw_text() const { return raw_; }
    bool is_plain() const { return !has_entities_; }
    std::size_t position() const { return position_; }

  private:
    XmlPiece tag();
    XmlPiece markup();
    XmlPiece broken();

    std::string_view text_, name_, attributes_, raw_;
    std::size_t position_ = 0;
    bool is_empty_element_ = false, has_entities_ = false, is_broken_ = false;
};

/// With "&lt;", "&#181;" and their like replaced; what is none of them stays as it is.
std::string xml_text(std::string_view raw);

}  // namespace sneddon

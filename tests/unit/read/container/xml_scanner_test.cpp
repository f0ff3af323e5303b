#include "read/container/xml_scanner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sneddon {
namespace {

/// "<a" opened, ">a" closed, "'text'", "end" or "broken".
std::string pieces(std::string_view xml) {
    std::string said;
    XmlScanner scanner(xml);
    while (true) {
        const XmlPiece piece = scanner.next();
        std::string text;
        switch (piece) {
            case XmlPiece::open:
                said += "<" + std::string(scanner.name()) + " ";
                break;
            case XmlPiece::close:
                said += ">" + std::string(scanner.name()) + " ";
                break;
            case XmlPiece::text:
                scanner.add_text_to(text);
                said += "'" + text + "' ";
                break;
            case XmlPiece::end:
                return said + "end";
            case XmlPiece::broken:
                return said + "broken";
        }
    }
}

TEST(XmlScanner, TagsAndTextsInTheirOrder) {
    EXPECT_EQ(pieces("<?xml version='1.0'?><a><x:b c='1'/>t<!-- <no> --><d>u</d></a>\n"),
              "<a <b >b 't' <d 'u' >d >a '\n' end");
    EXPECT_EQ(pieces("<a><![CDATA[1<2&amp;]]></a>"), "<a '1<2&amp;' >a end");
    EXPECT_EQ(pieces(""), "end");
}

TEST(XmlScanner, ASignInQuotesEndsNoTag) {
    EXPECT_EQ(pieces("<a b='>' c=\"/>\">t</a>"), "<a 't' >a end");
}

TEST(XmlScanner, EntitiesOfXmlAndNumbersAreReplaced) {
    EXPECT_EQ(xml_text("a&lt;b&gt;c&amp;d&quot;e&apos;"), "a<b>c&d\"e'");
    EXPECT_EQ(xml_text("&#181;N &#xB2; &#8482; &#x1F600;"), "\u00B5N \u00B2 \u2122 \U0001F600");
    EXPECT_EQ(xml_text("&lol; & &#xD800; &#1114112; &#; &amp"),
              "&lol; & &#xD800; &#1114112; &#; &amp");
    EXPECT_EQ(xml_text("&amp;lt;"), "&lt;");  // once
}

TEST(XmlScanner, ADocumentTypeIsBroken) {
    EXPECT_EQ(pieces("<!DOCTYPE lolz [<!ENTITY lol \"lol\">]><a>&lol;</a>"), "broken");
}

TEST(XmlScanner, CutAnywhereItEnds) {
    const std::string xml = "<?xml version='1.0'?><a b='1'>t<!-- c --><![CDATA[x]]></a>";
    for (std::size_t size = 0; size < xml.size(); ++size)
        EXPECT_LT(pieces(std::string_view(xml).substr(0, size)).size(), 40u);
    for (const char* cut :
         {"<", "<a", "<a b='", "<a b=''", "<!--", "<![CDATA[x]]", "<?x", "< >", "<a <b>"})
        EXPECT_EQ(pieces(cut), "broken") << cut;
}

TEST(XmlScanner, AttributesAreFoundByTheirNames) {
    XmlScanner scanner("<c r=\"B2\"  t = 's' x:id=\"7\" e=\"\"/>");
    ASSERT_EQ(scanner.next(), XmlPiece::open);
    EXPECT_EQ(scanner.attribute("r"), "B2");
    EXPECT_EQ(scanner.attribute("t"), "s");
    EXPECT_EQ(scanner.attribute("id"), "7");
    EXPECT_EQ(scanner.attribute("e"), "");
    EXPECT_FALSE(scanner.attribute("s"));
    XmlScanner odd("<c r= t='1'>");
    ASSERT_EQ(odd.next(), XmlPiece::open);
    EXPECT_FALSE(odd.attribute("t"));
}

}  // namespace
}  // namespace sneddon

#include "man_page.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "sneddon/version.hpp"

namespace sneddon::cli {
namespace {

/// Text of a page: the macros' own characters are written as they are to be read.
std::string escaped(const std::string& text) {
    std::string page;
    for (const char c : text) {
        if (c == '\\')
            page += "\\e";
        else if (c == '-')
            page += "\\-";
        else if (c == '\'' || (c == '.' && (page.empty() || page.back() == '\n')))
            page += std::string("\\&") + c;
        else
            page += c;
    }
    return page;
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

std::string full_name(const ReachedCommand& at, char separator) {
    const std::string words = at.joined(separator);
    return words.empty() ? "sneddon" : "sneddon" + std::string(1, separator) + words;
}

std::string item(const std::string& head, const std::string& text) {
    return fmt::format(".TP\n{}\n{}\n", head, escaped(text));
}

std::string head_of(const OptionWords& option) {
    std::string head = ".B " + escaped(option.names());
    if (!option.value.empty())
        head = fmt::format(".BI \"{} \" {}", escaped(option.names()), option.value);
    return head;
}

std::string synopsis(const ReachedCommand& at) {
    std::string text = fmt::format(".B {}\n[OPTIONS]", escaped(full_name(at, ' ')));
    if (!at.command->commands.empty()) text += " COMMAND ...";
    if (!at.command->positional.empty()) text += " " + escaped(at.command->positional);
    return text + "\n";
}

}  // namespace

std::string man_page_name(const ReachedCommand& at) {
    return full_name(at, '-') + ".1";
}

std::string man_page(const ReachedCommand& at) {
    const CommandWords& command = *at.command;
    const std::string name = full_name(at, '-');
    std::string page =
        fmt::format(".TH {} 1 \"\" \"sneddon {}\" \"User Commands\"\n", upper(name), version);
    page += fmt::format(".SH NAME\n{} \\- {}\n", escaped(name), escaped(command.what));
    page += ".SH SYNOPSIS\n" + synopsis(at);
    if (!command.positionals.empty()) {
        page += ".SH ARGUMENTS\n";
        for (const OptionWords& positional : command.positionals)
            page += item(".I " + escaped(positional.long_name), positional.text);
    }
    if (!command.commands.empty()) {
        page += ".SH COMMANDS\n";
        for (const CommandWords& inner : command.commands)
            page += item(".B " + escaped(inner.name), inner.what);
    }
    page += ".SH OPTIONS\n";
    for (const OptionWords& option : command.options) page += item(head_of(option), option.text);
    if (!command.examples.empty())
        page += ".SH EXAMPLES\n.nf\n" + escaped(command.examples) + "\n.fi\n";
    page +=
        ".SH EXIT STATUS\n0 done, 1 a bug, 2 usage, 3 nothing readable, 4 doubts under "
        "\\-\\-strict, 5 not writable.\n";
    page += ".SH SEE ALSO\n";
    return page + (at.path.empty() ? ".BR sneddon\\-run (1)\n" : ".BR sneddon (1)\n");
}

}  // namespace sneddon::cli

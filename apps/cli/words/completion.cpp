#include "completion.hpp"

#include <fmt/core.h>

#include <vector>

namespace sneddon::cli {
namespace {

/// The names that a command knows beside files: its commands and its options.
std::vector<std::string> names_in(const CommandWords& command) {
    std::vector<std::string> names;
    for (const CommandWords& inner : command.commands) names.push_back(inner.name);
    for (const OptionWords& option : command.options)
        for (const std::string& name : {option.long_name, option.short_name})
            if (!name.empty()) names.push_back(name);
    return names;
}

/// Files are arguments of the program (`sneddon PATH` is a run) and of commands without commands.
bool takes_files(const ReachedCommand& at) {
    return at.path.empty() || at.command->commands.empty();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Within '...' of a POSIX shell.
std::string quoted(const std::string& text) {
    return "'" + replaced(text, "'", "'\\''") + "'";
}

/// The lines `case` needs to find the longest path of commands among the words typed.
std::string paths_pattern(const std::vector<ReachedCommand>& all) {
    std::string pattern;
    for (const ReachedCommand& at : all)
        if (!at.path.empty())
            pattern += (pattern.empty() ? "" : "|") + ("\"" + at.joined(' ') + "\"");
    return pattern;
}

std::string bash(const std::vector<ReachedCommand>& all) {
    std::string cases;
    for (const ReachedCommand& at : all) {
        std::string names;
        for (const std::string& name : names_in(*at.command))
            names += (names.empty() ? "" : " ") + name;
        cases += fmt::format("        \"{}\") names=\"{}\"; files={} ;;\n", at.joined(' '), names,
                             takes_files(at) ? 1 : 0);
    }
    return fmt::format(
        "# sneddon: completion for bash. source <(sneddon completion bash)\n"
        "_sneddon() {{\n"
        "    local word=${{COMP_WORDS[COMP_CWORD]}} path= names= files= i\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        case \"${{path:+$path }}${{COMP_WORDS[i]}}\" in\n"
        "            {}) path=\"${{path:+$path }}${{COMP_WORDS[i]}}\" ;;\n"
        "        esac\n"
        "    done\n"
        "    case \"$path\" in\n{}    esac\n"
        "    COMPREPLY=($(compgen -W \"$names\" -- \"$word\"))\n"
        "    if [[ $files == 1 && $word != -* ]]; then\n"
        "        local file\n"
        "        while IFS= read -r file; do COMPREPLY+=(\"$file\"); done < <(compgen -f -- "
        "\"$word\")\n"
        "    fi\n"
        "}}\n"
        "complete -o filenames -F _sneddon sneddon\n",
        paths_pattern(all), cases);
}

/// "name:text" of _describe; a colon of the name's own would end it.
std::string described(const std::string& name, const std::string& text) {
    return " " + quoted(replaced(name, ":", "\\:") + ":" + text);
}

std::string zsh(const std::vector<ReachedCommand>& all) {
    std::string cases;
    for (const ReachedCommand& at : all) {
        std::string commands, options;
        for (const CommandWords& inner : at.command->commands)
            commands += described(inner.name, inner.what);
        for (const OptionWords& option : at.command->options)
            for (const std::string& name : {option.long_name, option.short_name})
                if (!name.empty()) options += described(name, option.text);
        cases += fmt::format("        \"{}\") commands=({} ); options=({} ); files={} ;;\n",
                             at.joined(' '), commands, options, takes_files(at) ? 1 : 0);
    }
    return fmt::format(
        "#compdef sneddon\n"
        "# sneddon: completion for zsh. source <(sneddon completion zsh)\n"
        "_sneddon() {{\n"
        "    local path='' word files\n"
        "    local -a commands options\n"
        "    for word in ${{words[2,CURRENT-1]}}; do\n"
        "        case \"${{path:+$path }}$word\" in\n"
        "            {}) path=\"${{path:+$path }}$word\" ;;\n"
        "        esac\n"
        "    done\n"
        "    case \"$path\" in\n{}    esac\n"
        "    if [[ ${{words[CURRENT]}} == -* ]]; then\n"
        "        _describe -o option options\n"
        "    else\n"
        "        (( ${{#commands}} )) && _describe command commands\n"
        "        (( files )) && _files\n"
        "    fi\n"
        "}}\n"
        "if [[ ${{funcstack[1]}} == _sneddon ]]; then _sneddon \"$@\"; else compdef _sneddon "
        "sneddon; fi\n",
        paths_pattern(all), cases);
}

std::string fish(const std::vector<ReachedCommand>& all) {
    std::string lines = "# sneddon: completion for fish. sneddon completion fish | source\n";
    for (const ReachedCommand& at : all) {
        std::string when = at.path.empty() ? "__fish_use_subcommand" : "";
        for (const std::string& word : at.path)
            when += (when.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + word);
        for (const CommandWords& inner : at.command->commands)
            lines += fmt::format("complete -c sneddon -n {} -a {} -d {}\n", quoted(when),
                                 inner.name, quoted(inner.what));
        for (const OptionWords& option : at.command->options) {
            std::string names;
            if (!option.long_name.empty()) names += " -l " + option.long_name.substr(2);
            if (!option.short_name.empty()) names += " -s " + option.short_name.substr(1);
            lines += fmt::format("complete -c sneddon -n {}{}{} -d {}\n", quoted(when), names,
                                 option.value.empty() ? "" : " -r", quoted(option.text));
        }
    }
    return lines;
}

std::string powershell(const std::vector<ReachedCommand>& all) {
    std::string table;
    for (const ReachedCommand& at : all) {
        std::string names;
        for (const std::string& name : names_in(*at.command))
            names += (names.empty() ? "'" : ", '") + name + "'";
        table += fmt::format("    '{}' = @({})\n", at.joined(' '), names);
    }
    return fmt::format(
        "# sneddon: completion for PowerShell. sneddon completion powershell | Out-String | "
        "Invoke-Expression\n"
        "$sneddonNames = @{{\n{}}}\n"
        "Register-ArgumentCompleter -Native -CommandName sneddon -ScriptBlock {{\n"
        "    param($wordToComplete, $commandAst, $cursorPosition)\n"
        "    $path = ''\n"
        "    foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {{\n"
        "        $longer = (\"$path $element\").Trim()\n"
        "        if ($sneddonNames.ContainsKey($longer)) {{ $path = $longer }}\n"
        "    }}\n"
        "    $sneddonNames[$path] | Where-Object {{ $_ -like \"$wordToComplete*\" }} |\n"
        "        ForEach-Object {{ [System.Management.Automation.CompletionResult]::new($_) }}\n"
        "}}\n",
        table);
}

}  // namespace

std::string completion_script(const CommandWords& program, std::string_view shell) {
    const std::vector<ReachedCommand> all = all_commands(program);
    if (shell == "bash") return bash(all);
    if (shell == "zsh") return zsh(all);
    if (shell == "fish") return fish(all);
    if (shell == "powershell") return powershell(all);
    return "";
}

}  // namespace sneddon::cli

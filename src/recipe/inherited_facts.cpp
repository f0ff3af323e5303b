#include "recipe/inherited_facts.hpp"

#include <map>
#include <utility>

#include "recipe/study_keys.hpp"

namespace sneddon {
namespace {

constexpr std::string_view common_prefix = "common.";

using Level = std::vector<WrittenOption>;

/// Keys that are one fact together have one part.
std::string part_of(const std::string& key) {
    for (const std::string_view whole : {"area_function", "grid"})
        if (key == whole || key.starts_with(std::string(whole) + ".")) return std::string(whole);
    return key;
}

/// Tests, pictures and names are of one sample.
std::optional<Error> not_common(const WrittenOption& option) {
    const std::string name = option.key.substr(common_prefix.size());
    if (option.element < 0 && name != "sample" && name != "order") return std::nullopt;
    return Error{"SND-U003", option.where, option.key, "facts that several samples share",
                 "move it out of [common]"};
}

/// A table without a key states nothing; but there must be one of its name.
std::optional<Error> check_empty_table(WrittenOption table) {
    if (table.key.starts_with(common_prefix) && table.key != common_prefix)
        table.key.erase(0, common_prefix.size());
    std::vector<std::string_view> names = keys_of(study_keys());
    names.insert(names.end(), {load_functions_prefix, clusters_prefix, columns_prefix,
                               free_facts_prefix, common_prefix});
    return unknown_table(table, names);
}

/// What holds for the file itself, and what it marks common.
Result<std::pair<Level, Level>> levels_of(const std::string& file) {
    const auto written = read_toml_options(file);
    if (!written) return written.error();
    std::pair<Level, Level> levels;
    for (WrittenOption option : *written) {
        if (option.is_empty_table) {
            if (auto error = check_empty_table(option)) return *error;
            continue;
        }
        if (!option.key.starts_with(common_prefix)) {
            levels.first.push_back(std::move(option));
            continue;
        }
        if (auto error = not_common(option)) return *error;
        option.key.erase(0, common_prefix.size());
        levels.second.push_back(std::move(option));
    }
    return levels;
}

std::map<std::string, Level> by_part(const Level& level) {
    std::map<std::string, Level> parts;
    for (const WrittenOption& option : level) parts[part_of(option.key)].push_back(option);
    return parts;
}

std::string text_of(const Level& part) {
    std::string text;
    for (const WrittenOption& option : part) {
        if (!text.empty()) text += ", ";
        if (part.size() > 1) text += option.key + " = ";
        text += toml_text(option.value);
    }
    return text;
}

enum class Which { stated_here, inherited };

class Merged {
  public:
    void add(const Level& level, Which which) {
        const auto stated = parts_;
        for (const auto& [name, part] : by_part(level)) {
            const auto known = stated.find(name);
            if (known == stated.end())
                parts_[name] = part;
            else if (text_of(known->second) != text_of(part))
                all_.contradictions.push_back({name, text_of(known->second),
                                               known->second.front().where, text_of(part),
                                               part.front().where});
        }
        for (const WrittenOption& option : level) {
            if (stated.contains(part_of(option.key))) continue;
            all_.options.push_back(option);
            if (which == Which::inherited) all_.inherited.push_back({option.key, option.where});
        }
    }
    OptionsInForce take() { return std::move(all_); }

  private:
    std::map<std::string, Level> parts_;
    OptionsInForce all_;
};

}  // namespace

Result<OptionsInForce> options_in_force(const std::string& file,
                                        std::span<const std::string> above) {
    const auto nearest = levels_of(file);
    if (!nearest) return nearest.error();
    Merged merged;
    merged.add(nearest->first, Which::stated_here);
    merged.add(nearest->second, Which::stated_here);
    for (const std::string& parent : above) {
        const auto levels = levels_of(parent);
        if (!levels) return levels.error();
        merged.add(levels->second, Which::inherited);
    }
    return merged.take();
}

}  // namespace sneddon

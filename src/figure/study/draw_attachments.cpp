// What study.toml attaches: an X-ray pattern, a picture with its scale bar.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/base64.hpp"
#include "figure/plot/figure_legend.hpp"
#include "figure/plot/image_size.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"

namespace sneddon {
namespace {

/// "xrd", "xrd-2": the second of its kind.
std::string id_of(const Drawn& drawn, const std::string& kind) {
    return drawn.figures.empty() ? kind : fmt::format("{}-{}", kind, drawn.figures.size() + 1);
}

bool is_attached(const WrittenStudy& study, const std::string& kind) {
    for (const WrittenAttachment attachment : study.results.facts().attachments())
        if (attachment.kind().value() == kind) return true;
    return false;
}

Words caption_of(const WrittenAttachment& attachment, std::string_view otherwise) {
    const Text caption = attachment.caption();
    return caption.value().empty() ? Words(otherwise) : caption.words();
}

Figure pattern(const WrittenStudy& study, const AttachedFile& file, const std::string& id) {
    Figure figure = new_figure(study, id, "X-ray diffraction pattern");
    Panel& panel = figure.panels[0];
    panel.x_axis = {"Diffraction angle", "2θ", "°", "two_theta_deg"};
    panel.y_axis = {"Intensity", "", "arb. units", "intensity"};
    Mark line;
    line.name = "pattern";
    line.x = file.two_theta_deg;
    line.y = file.intensity;
    line.style.width_mm = 0.25;
    const auto [low, high] = std::ranges::minmax(line.x);
    if (low < high) {
        panel.x_axis.low = low;
        panel.x_axis.high = high;
    }
    panel.marks.push_back(std::move(line));
    return figure;
}

/// 1, 2 or 5 times a power of ten, about a quarter of the width.
double bar_length(double width) {
    const double power = std::pow(10, std::floor(std::log10(width / 4)));
    for (const double mantissa : {5.0, 2.0})
        if (mantissa * power <= width / 4 * 1.0001) return mantissa * power;
    return power;
}

std::string length_text(double um) {
    if (um >= 1000) return fmt::format("{:g} mm", um / 1000);
    return um >= 1 ? fmt::format("{:g} µm", um) : fmt::format("{:g} nm", um * 1000);
}

/// The bar stands below the picture: on it, no colour is legible everywhere.
void add_scale_bar(Panel& panel, double um_per_pixel, const ImageSize& size) {
    const double um = bar_length(size.width * um_per_pixel);
    const double pixels = um / um_per_pixel, y = *panel.y_axis.low * 0.55;
    Mark bar, words;
    bar.name = "scale bar";
    bar.x = {0, pixels};
    bar.y = {y, y};
    bar.style.width_mm = 0.8;
    words.kind = MarkKind::text;
    words.text = length_text(um);
    words.x = {pixels + 0.1 * size.width};
    words.y = {y * 1.25};
    panel.marks.push_back(bar);
    panel.marks.push_back(words);
}

Figure picture(const WrittenStudy& study, const WrittenAttachment& attachment,
               const std::string& bytes, const ImageSize& size, const std::string& id) {
    Figure figure = new_figure(study, id, "Picture of the specimen");
    Panel& panel = figure.panels[0];
    const double um_per_pixel = attachment.um_per_pixel().value();
    const bool has_scale = um_per_pixel > 0;
    constexpr double frame_mm = single_column_mm - 5, tallest_mm = 110;
    const double below = has_scale ? 7 * size.width / frame_mm : 0;
    const double height_mm = std::min(frame_mm * (size.height + below) / size.width, tallest_mm);
    const double shown_width =
        frame_mm / height_mm * (size.height + below);  // same scale both ways
    panel.x_axis.column = "x_pixel";
    panel.y_axis.column = "y_pixel";
    panel.x_axis.labels = panel.y_axis.labels = AxisLabels::none;
    panel.x_axis.low = 0;
    panel.x_axis.high = shown_width;
    panel.y_axis.low = -below;
    panel.y_axis.high = size.height;
    Mark image;
    image.kind = MarkKind::image;
    image.name = "picture";
    image.text = fmt::format("data:{};base64,{}", size.media_type, base64_text(bytes));
    image.x = {0, size.width};
    image.y = {0, size.height};
    panel.marks.push_back(std::move(image));
    if (has_scale) add_scale_bar(panel, um_per_pixel, size);
    const double legend_mm = figure.is_simulated ? legend_row_mm : 1.0;
    figure.height_mm = height_mm + legend_mm + 2.7;  // and the margins of a panel without axes
    figure.caption = caption_of(attachment, "The specimen");
    if (!has_scale) figure.caption.add(" (no scale was given)");
    return figure;
}

}  // namespace

Drawn draw_xrd(const WrittenStudy& study) {
    Drawn drawn;
    for (const AttachedFile& file : study.attachments) {
        if (file.two_theta_deg.empty()) continue;
        drawn.figures.push_back(pattern(study, file, id_of(drawn, "xrd")));
        drawn.figures.back().caption = caption_of(study.results.facts().attachments()[file.place],
                                                  "X-ray diffraction pattern of the specimen.");
    }
    if (drawn.figures.empty() && is_attached(study, "xrd"))
        drawn.reason = Words("the pattern is not in the folder of results");
    return drawn;
}

Drawn draw_image(const WrittenStudy& study) {
    Drawn drawn;
    for (const AttachedFile& file : study.attachments)
        if (const auto size = image_size(file.image))
            drawn.figures.push_back(picture(study, study.results.facts().attachments()[file.place],
                                            file.image, *size, id_of(drawn, "image")));
    if (drawn.figures.empty() && is_attached(study, "image"))
        drawn.reason = Words("the picture is not in the folder of results, or damaged");
    return drawn;
}

}  // namespace sneddon

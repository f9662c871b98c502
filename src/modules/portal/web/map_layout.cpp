#include "modules/portal/web/map_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace interregio::portal::web {
namespace {

constexpr double letter = 0.58;      // of the font size: the width of a letter of the semi-bold face, on average
constexpr double line_height = 1.15; // of the font size
constexpr double second = 0.86;      // size of the second line, of the first
constexpr double gap = 5;            // between a point and its name
constexpr double caption_size = 0.82;
constexpr double spread = 1.12; // of captions, which are set wide

double letters_of(std::string_view text) {
    return static_cast<double>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

double width_of(const Canvas& canvas, const MapMark& mark) {
    return canvas.font * letter * std::max(letters_of(mark.label), second * letters_of(mark.second_line));
}

double height_of(const Canvas& canvas, const MapMark& mark) {
    return canvas.font * line_height * (mark.second_line.empty() ? 1 : 1 + second);
}

/// How far below the upper edge of a line its base line is.
double ascent_of(const Canvas& canvas) { return canvas.font * 0.9; }

Box circle_box(const PlacedMark& placed, double radius) {
    return {placed.x - radius, placed.y - radius, placed.x + radius, placed.y + radius};
}

/// The places a name may take round its point, the best first.
std::array<PlacedLabel, 8> candidates(const Canvas& canvas, const MapMark& mark, const PlacedMark& at) {
    const double r = mark.radius + gap;
    const double height = height_of(canvas, mark);
    const double middle = at.y - height / 2 + ascent_of(canvas);
    const double above = at.y - r - height + ascent_of(canvas);
    const double below = at.y + r + ascent_of(canvas) - canvas.font * 0.1;
    const double aside = mark.radius * 0.75 + gap;
    return {{{at.x + r, middle, Anchor::start},
             {at.x - r, middle, Anchor::end},
             {at.x, below, Anchor::middle},
             {at.x, above, Anchor::middle},
             {at.x + aside, at.y - aside - height + ascent_of(canvas), Anchor::start},
             {at.x + aside, at.y + aside + ascent_of(canvas), Anchor::start},
             {at.x - aside, at.y - aside - height + ascent_of(canvas), Anchor::end},
             {at.x - aside, at.y + aside + ascent_of(canvas), Anchor::end}}};
}

bool on(const Canvas& canvas, const Box& box) {
    return box.left >= 2 && box.top >= 2 && box.right <= canvas.width - 2 && box.bottom <= canvas.height - 2;
}

/// The part of the sheet that holds all points, in the shape of the canvas.
void frame(const Canvas& canvas, const std::vector<MapMark>& marks, MapLayout& layout) {
    Box box{marks[0].point.x, marks[0].point.y, marks[0].point.x, marks[0].point.y};
    for (const auto& mark : marks) {
        box.left = std::min(box.left, mark.point.x);
        box.right = std::max(box.right, mark.point.x);
        box.top = std::min(box.top, mark.point.y);
        box.bottom = std::max(box.bottom, mark.point.y);
    }
    const auto fitting = [&](double size, double extent) { return (size - 2 * canvas.margin) / std::max(extent, 1.0); };
    layout.scale = std::min({fitting(canvas.width, box.right - box.left), fitting(canvas.height, box.bottom - box.top),
                             canvas.width / canvas.least_kilometres});
    layout.scale = std::max({layout.scale, canvas.width / EuropeSheet::width, canvas.height / EuropeSheet::height});
    const auto begin = [&](double from, double to, double size, double sheet) {
        const double extent = size / layout.scale;
        return std::clamp((from + to - extent) / 2, 0.0, std::max(0.0, sheet - extent));
    };
    layout.left = begin(box.left, box.right, canvas.width, EuropeSheet::width);
    layout.top = begin(box.top, box.bottom, canvas.height, EuropeSheet::height);
}

/// The earlier mark that this one would lie over, if any.
std::optional<std::size_t> covered_by(const std::vector<MapMark>& marks, const MapLayout& layout, std::size_t index) {
    const auto& here = layout.marks[index];
    for (std::size_t i = 0; i < index; ++i) {
        const auto& other = layout.marks[i];
        if (other.drawn_as) continue;
        if (std::hypot(here.x - other.x, here.y - other.y) < marks[i].radius + marks[index].radius + 1) return i;
    }
    return std::nullopt;
}

std::optional<PlacedLabel> free_place(const Canvas& canvas, const std::vector<MapMark>& marks, const MapLayout& layout,
                                      std::size_t index, const std::vector<Box>& taken) {
    for (const auto& candidate : candidates(canvas, marks[index], layout.marks[index])) {
        const auto box = box_of(canvas, marks[index], candidate);
        if (on(canvas, box) && std::ranges::none_of(taken, [&](const Box& other) { return box.meets(other); }))
            return candidate;
    }
    return std::nullopt;
}

/// What names keep clear of: the points, and the bows between them in small pieces.
std::vector<Box> drawn_boxes(const std::vector<MapMark>& marks, const MapLayout& layout) {
    std::vector<Box> boxes;
    for (const auto& bow : layout.bows) {
        const auto at = points_of(bow, layout);
        constexpr int pieces = 40;
        for (int i = 0; i <= pieces; ++i) {
            const double t = static_cast<double>(i) / pieces;
            const double u = 1 - t;
            const double x = u * u * at.x1 + 2 * u * t * at.control_x + t * t * at.x2;
            const double y = u * u * at.y1 + 2 * u * t * at.control_y + t * t * at.y2;
            boxes.push_back({x - 3, y - 3, x + 3, y + 3});
        }
    }
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (!layout.marks[i].drawn_as) boxes.push_back(circle_box(layout.marks[i], marks[i].radius));
    return boxes;
}

} // namespace

Box box_of(const Canvas& canvas, const MapMark& mark, const PlacedLabel& label) {
    const double width = width_of(canvas, mark);
    const double top = label.y - ascent_of(canvas);
    double left = label.x;
    if (label.anchor == Anchor::middle) left -= width / 2;
    if (label.anchor == Anchor::end) left -= width;
    return {left, top, left + width, top + height_of(canvas, mark)};
}

BowPoints points_of(const Bow& bow, const MapLayout& layout) {
    const auto& from = layout.marks[bow.from];
    const auto& to = layout.marks[bow.to];
    const double rise = std::hypot(to.x - from.x, to.y - from.y) * 0.24;
    return {from.x, from.y, (from.x + to.x) / 2, std::min(from.y, to.y) - rise, to.x, to.y};
}

MapLayout laid_out(const Canvas& canvas, const std::vector<MapMark>& marks, const std::vector<Bow>& bows) {
    MapLayout layout;
    layout.bows = bows;
    frame(canvas, marks, layout);
    for (const auto& mark : marks) layout.marks.push_back({layout.x_of(mark.point), layout.y_of(mark.point), {}, {}});
    for (std::size_t i = 0; i < marks.size(); ++i) layout.marks[i].drawn_as = covered_by(marks, layout, i);
    auto taken = drawn_boxes(marks, layout);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (layout.marks[i].drawn_as) continue;
        layout.marks[i].label = free_place(canvas, marks, layout, i, taken);
        if (layout.marks[i].label) taken.push_back(box_of(canvas, marks[i], *layout.marks[i].label));
    }
    return layout;
}

std::vector<PlacedCaption> placed_captions(const Canvas& canvas, const std::vector<MapMark>& marks,
                                           const MapLayout& layout, const std::vector<Caption>& captions) {
    auto taken = drawn_boxes(marks, layout);
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (layout.marks[i].label) taken.push_back(box_of(canvas, marks[i], *layout.marks[i].label));
    std::vector<PlacedCaption> placed;
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const double width = canvas.font * caption_size * letter * spread * letters_of(captions[i].words);
        if (width > captions[i].room * layout.scale) continue;
        const double height = canvas.font * caption_size * line_height;
        const double x = layout.x_of(captions[i].point);
        // A little up or down does not take a name out of its country.
        for (const double kilometres : {0.0, -40.0, 40.0, -75.0, 75.0}) {
            if (std::abs(kilometres) > captions[i].room / 3) break;
            const double y = layout.y_of(captions[i].point) + kilometres * layout.scale;
            const Box box{x - width / 2, y - height * 0.75, x + width / 2, y + height * 0.25};
            if (!on(canvas, box) || std::ranges::any_of(taken, [&](const Box& other) { return box.meets(other); }))
                continue;
            taken.push_back(box);
            placed.push_back({i, x, y});
            break;
        }
    }
    return placed;
}

} // namespace interregio::portal::web

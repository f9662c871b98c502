#pragma once
// Where things stand on a map of a given size: which part of Europe is shown, which points lie so close that they
// become one, where the names go without lying over each other. Pure geometry; the view draws what comes out.

#include "base/europe_map.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::portal::web {

/// In units of the drawing; about a pixel where the map is shown at its usual size.
struct Canvas {
    double width = 0;
    double height = 0;
    double font = 0;               ///< the largest size of a name
    double margin = 0;             ///< that the points keep from the edge
    double least_kilometres = 700; ///< of the width shown, however close the points lie
};

/// A point with its name, the more important ones first.
struct MapMark {
    SheetPoint point;
    double radius = 0; ///< on the canvas
    std::string label;
    std::string second_line; ///< smaller, below the label; may be empty
};

enum class Anchor { start, middle, end };

struct PlacedLabel {
    double x = 0; ///< of the anchor
    double y = 0; ///< of the base line of the first line
    Anchor anchor = Anchor::start;
};

struct PlacedMark {
    double x = 0;
    double y = 0;
    std::optional<std::size_t> drawn_as; ///< the mark it lies so close to that it is drawn as part of it
    std::optional<PlacedLabel> label;    ///< none where there was no room
};

/// A bow from one mark to another, over which no name may stand: a curve of the second degree.
struct Bow {
    std::size_t from = 0; ///< indices of marks
    std::size_t to = 0;
};

struct MapLayout {
    double scale = 1; ///< units a kilometre
    double left = 0;  ///< kilometre of the sheet at the left edge
    double top = 0;
    std::vector<PlacedMark> marks; ///< one for each, in the same order
    std::vector<Bow> bows;

    [[nodiscard]] double x_of(const SheetPoint& point) const { return (point.x - left) * scale; }
    [[nodiscard]] double y_of(const SheetPoint& point) const { return (point.y - top) * scale; }
};

struct BowPoints {
    double x1 = 0;
    double y1 = 0;
    double control_x = 0;
    double control_y = 0;
    double x2 = 0;
    double y2 = 0;
};
[[nodiscard]] BowPoints points_of(const Bow& bow, const MapLayout& layout);

/// `marks` must not be empty.
[[nodiscard]] MapLayout laid_out(const Canvas& canvas, const std::vector<MapMark>& marks, const std::vector<Bow>& bows);

/// A name that stands on the map if there is room: that of a country.
struct Caption {
    SheetPoint point;
    std::string words;
    double room = 0; ///< kilometres that the country is wide there
};
/// The captions that fit between everything that is there, each in the middle of its point; the earlier ones win.
struct PlacedCaption {
    std::size_t caption = 0; ///< index
    double x = 0;
    double y = 0;
};
[[nodiscard]] std::vector<PlacedCaption> placed_captions(const Canvas& canvas, const std::vector<MapMark>& marks,
                                                         const MapLayout& layout, const std::vector<Caption>& captions);

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    [[nodiscard]] bool meets(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};
/// The room that a label takes, as far as that can be known without the font.
[[nodiscard]] Box box_of(const Canvas& canvas, const MapMark& mark, const PlacedLabel& label);

} // namespace interregio::portal::web

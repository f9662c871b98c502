#pragma once
// Renditions: what readers get of a picture. An original may say where it was taken, with which camera and by whose
// computer it was worked on; a rendition is upright, in sRGB, small enough, and says nothing but its credit.

#include "base/refusal.h"

#include <array>
#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interregio {

enum class RenditionFormat { avif, webp, jpeg };
inline constexpr std::array all_rendition_formats{RenditionFormat::avif, RenditionFormat::webp, RenditionFormat::jpeg};

/// "avif", "webp", "jpg": the ending of a file.
[[nodiscard]] std::string_view ending_of(RenditionFormat format);
[[nodiscard]] std::string_view media_type_of(RenditionFormat format);

/// Counts on when renditions come out differently than before, so that those that are there are made anew.
inline constexpr int rendition_recipe = 3;

/// The widths, in pixels, in which a picture so wide is published, rising: 320, 480, 600, 720, 960, 1280 and 1920, none
/// above the original; its own width where that is below the least, or well above the largest of them that fits.
[[nodiscard]] std::vector<int> rendition_widths(int original_width);

/// What must stay in view when a picture is cropped: 0 left and top, 1 right and bottom.
struct FocalPoint {
    double x = 0.5;
    double y = 0.5;
    friend bool operator==(const FocalPoint&, const FocalPoint&) = default;
};

struct PixelRectangle {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const PixelRectangle&, const PixelRectangle&) = default;
};

/// The picture that social networks and messengers show with a link, in pixels.
inline constexpr int share_width = 1200;
inline constexpr int share_height = 630;

/// The largest part of a picture in the shape of `shape_width` to `shape_height` whose middle is as near to the focal
/// point as the edges allow.
[[nodiscard]] PixelRectangle crop_around(FocalPoint focal, int width, int height, int shape_width, int shape_height);

/// A picture, decoded once, of which renditions are made. One thread at a time; any thread.
class ScalablePicture {
  public:
    /// Decodes the picture: upright, sRGB, scaled down to what the largest rendition needs, without metadata. Takes up
    /// to a few seconds. The bytes are those of an image that inspect_image() accepted; refuses
    /// "refusal.media.image_broken" {type} otherwise.
    [[nodiscard]] static std::expected<ScalablePicture, Refusal> open(std::span<const std::byte> bytes);
    ScalablePicture(ScalablePicture&&) noexcept;
    ScalablePicture& operator=(ScalablePicture&&) noexcept;
    ~ScalablePicture();

    /// The width of the original, as shown, in pixels.
    [[nodiscard]] int original_width() const;

    /// The file for one width (one of rendition_widths()). The credit is written into it. JPEG has no transparency:
    /// what shines through is white there. Throws std::runtime_error when an encoder fails.
    [[nodiscard]] std::string rendition(int width, RenditionFormat format, std::string_view credit) const;
    /// A JPEG of share_width by share_height around the focal point; small pictures are enlarged for it.
    [[nodiscard]] std::string share_picture(FocalPoint focal, std::string_view credit) const;

    /// What a reader sees until the picture is there: the commonest of 64 colours, as three digits from 0 to 3 for red,
    /// green and blue ("312"). Empty for pictures that something shines through.
    [[nodiscard]] std::string tone() const;

  private:
    struct Pixels;
    explicit ScalablePicture(std::unique_ptr<Pixels> pixels);
    std::unique_ptr<Pixels> pixels_;
};

} // namespace interregio

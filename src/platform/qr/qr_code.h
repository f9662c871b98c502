#pragma once
// QR codes (ISO/IEC 18004), and how they are drawn. Made by libqrencode; that others read them is tested with ZXing.
// Values and functions, safe from any thread. A code is as secret as its text.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio::qr {

/// Modules, which is what the standard calls the squares, dark and light, in a square of square size.
class QrCode {
  public:
    /// The bytes of the text as they are (byte mode) with error correction of level M, in the smallest version that
    /// holds them. Nothing for no text and for more than 2331 bytes, which is what the largest holds. Other letters
    /// than ASCII are to be UTF-8: readers find that out by themselves, the code does not say it.
    [[nodiscard]] static std::optional<QrCode> of(std::string_view text);

    /// Modules a side: 21 to 177.
    [[nodiscard]] int size() const { return size_; }
    /// Column and row from the upper left; light outside of the code.
    [[nodiscard]] bool dark(int x, int y) const;

  private:
    QrCode(int size, std::vector<bool> dark) : size_(size), dark_(std::move(dark)) {}
    int size_;
    std::vector<bool> dark_;
};

/// Light modules that the standard wants on every side (ISO/IEC 18004, 9.1).
constexpr int quiet_zone = 4;

/// Modules a side with the quiet zone: the view box is "0 0 size size".
[[nodiscard]] int drawn_size(const QrCode& code);

/// The dark modules as commands of an SVG path, a rectangle for each run in a row: "M4 4h7v1h-7z…". One unit is one
/// module and the quiet zone is left out at the upper left. What is behind has to be light and the path dark, whatever
/// the colours of the page: not all readers read the reverse.
[[nodiscard]] std::string svg_path(const QrCode& code);

} // namespace interregio::qr

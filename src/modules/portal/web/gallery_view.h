#pragma once
// The pictures of a page as a gallery: small ones that lead to large ones, with nothing but links and styles. A large
// one is part of the page and shown when the address names it (":target"); the rest of the page is then hidden from
// sight, keyboard and screen readers. Back closes it, as do its links.

#include "modules/portal/web/view.h"

namespace interregio::portal::web {

/// The first picture, large, with caption and credit; a link to its large view.
[[nodiscard]] html::Node opening_picture(const View& view, const Picture& picture);
/// Small pictures from the second on. Nothing when there is only one.
[[nodiscard]] html::Node gallery(const View& view, const std::vector<Picture>& pictures);
/// The large views of all pictures: once on a page, at its end.
[[nodiscard]] html::Node large_pictures(const View& view, const std::vector<Picture>& pictures);

} // namespace interregio::portal::web

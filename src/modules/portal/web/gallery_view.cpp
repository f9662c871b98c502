#include "modules/portal/web/gallery_view.h"

#include "modules/portal/web/parts.h"

namespace interregio::portal::web {

using namespace html;

namespace {

std::string id_of(std::size_t position) { return "picture-" + std::to_string(position + 1); }
/// Where a large view returns to: the small picture it was opened from.
std::string place_of(std::size_t position) { return "small-" + id_of(position); }

Url target(const std::string& name) { return Url::parse("#" + name).value(); }

Node link_to_large(const View& view, const Picture& picture, std::size_t position, Loading loading_kind,
                   PictureRoom room) {
    return figure(cls("picture picture--opens"), id(place_of(position)),
                  a(href(target(id_of(position))), image(view, picture, loading_kind, room),
                    span(cls("picture__enlarge"), icon("search"), span(cls("sr-only"), view.text("picture.enlarge")))),
                  picture_caption(view, picture));
}

Node step(const View& view, std::size_t position, Literal icon_name, std::string_view key) {
    return a(cls("large-picture__step"), href(target(id_of(position))), icon(icon_name),
             span(cls("sr-only"), view.text(key)));
}

Node large_picture(const View& view, const std::vector<Picture>& pictures, std::size_t position) {
    const std::size_t count = pictures.size();
    const auto words =
        view.text("picture.position", {{"number", std::to_string(position + 1)}, {"count", std::to_string(count)}});
    return section(
        cls("large-picture"), id(id_of(position)), aria_label(words), attribute<"tabindex">("-1"),
        figure(image(view, pictures[position], Loading::lazy, PictureRoom::screen),
               picture_caption(view, pictures[position])),
        nav(cls("large-picture__steps"), aria_label(words),
            count > 1 ? step(view, (position + count - 1) % count, "arrow-back", "picture.previous") : Node{},
            span(cls("large-picture__position"), aria_hidden("true"), std::to_string(position + 1), " / ",
                 std::to_string(count)),
            count > 1 ? step(view, (position + 1) % count, "arrow-forward", "picture.next") : Node{},
            a(cls("large-picture__close"), href(target(place_of(position))), icon("close"),
              span(view.text("picture.close")))));
}

} // namespace

Node opening_picture(const View& view, const Picture& picture) {
    return link_to_large(view, picture, 0, Loading::eager, PictureRoom::opening);
}

Node gallery(const View& view, const std::vector<Picture>& pictures) {
    if (pictures.size() < 2) return {};
    Node items;
    for (std::size_t i = 1; i < pictures.size(); ++i)
        items += li(link_to_large(view, pictures[i], i, Loading::lazy, PictureRoom::thumbnail));
    return detail_section("pictures", view.text("activity.pictures"), ul(cls("gallery"), items));
}

Node large_pictures(const View& view, const std::vector<Picture>& pictures) {
    Node all;
    for (std::size_t i = 0; i < pictures.size(); ++i) all += large_picture(view, pictures, i);
    return all;
}

} // namespace interregio::portal::web

// The field in the header of every page: declared in search_view.h.
#include "modules/portal/web/search_view.h"

namespace interregio::portal::web {

using namespace html;

Node search_box(const View& view) {
    constexpr Element<"script"> script;
    const bool scripted = view.assets.has("suggestions.js");
    return div(
        cls("search-box"),
        form(cls("search-box__form"), method("get"), action(Url::path(view.paths.search())), role("search"),
             aria_label(view.text("search.box")),
             when(scripted, [&] { return attribute<"data-suggestions">(view.paths.search_suggestions()); }),
             attribute<"data-label">(view.text("search.suggestions")),
             input(cls("search-box__field"), type("search"), name("q"), aria_label(view.text("search.box")),
                   attribute<"placeholder">(view.text("search.title")), attribute<"maxlength">("200"),
                   attribute<"autocomplete">("off"), attribute<"spellcheck">("false")),
             button(cls("search-box__button"), type("submit"), span(cls("sr-only"), view.text("search.submit")))),
        when(scripted, [&] { return script(type("module"), src(view.assets.url("suggestions.js"))); }));
}

} // namespace interregio::portal::web

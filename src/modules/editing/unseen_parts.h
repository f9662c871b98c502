#pragma once
// What of a record somebody does not see, left out: what they say in a form is about the rest. The same as the views of
// their connection leave out (kinds/sights.h), for states of the record that are no more. A visitor of its description.

#include "modules/record/description.h"
#include "modules/record/records.h"

#include <algorithm>

namespace interregio::editing {

class UnseenParts {
  public:
    UnseenParts(db::Connection& seen, const db::Viewer& viewer) : seen_(seen), viewer_(viewer) {}

    template <class T, class... Limits> void operator()(std::string_view, T& value, const Limits&...) {
        if constexpr (requires { value.uuid(); }) row_is_seen_ = row_is_seen_ && sees(value);
    }
    template <class T, class... Limits> void operator()(std::string_view, std::optional<T>& value, const Limits&...) {
        if constexpr (requires { value->uuid(); }) {
            if (value && !sees(*value)) value.reset();
        }
    }
    void operator()(std::string_view, LocalizedText& text, const TextLimits&) {
        if (text.visible_to.is_public()) return;
        const std::string scope = std::visit([](const auto& id) { return id.text(); }, *text.visible_to.only);
        if (std::ranges::find(viewer_.scopes, scope) == viewer_.scopes.end()) text = {};
    }
    template <class T> void operator()(std::string_view, std::vector<T>& list, const ListLimits& = {}) {
        if constexpr (NestedRow<T>) {
            std::erase_if(list, [&](T& row) {
                UnseenParts inner(seen_, viewer_);
                describe(inner, row);
                return !inner.row_is_seen_;
            });
        } else if constexpr (requires(T id) { id.uuid(); }) {
            std::erase_if(list, [&](const T& id) { return !sees(id); });
        }
    }

  private:
    template <class T> bool sees(const Id<T>& id) const { return key_of_id(seen_, T::kind, id.uuid()).has_value(); }

    db::Connection& seen_;
    const db::Viewer& viewer_;
    bool row_is_seen_ = true;
};

template <Record T> [[nodiscard]] T without_unseen(T record, db::Connection& seen, const db::Viewer& viewer) {
    UnseenParts visitor(seen, viewer);
    describe(visitor, record);
    return record;
}

} // namespace interregio::editing

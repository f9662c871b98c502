#pragma once
// The records that a record refers to. A visitor of its description.

#include "modules/record/description.h"

#include <vector>

namespace interregio::editing {

struct Reference {
    RecordKind kind = RecordKind::activity;
    Uuid id;
    friend auto operator<=>(const Reference&, const Reference&) = default;
};

class ReferenceCollector {
  public:
    template <class T, class... Limits> void operator()(std::string_view, const T& value, const Limits&...) {
        if constexpr (requires { value.uuid(); }) add(value);
    }
    template <class T, class... Limits>
    void operator()(std::string_view, const std::optional<T>& value, const Limits&...) {
        if constexpr (requires { value->uuid(); }) {
            if (value) add(*value);
        }
    }
    template <class T> void operator()(std::string_view, std::vector<T>& list, const ListLimits& = {}) {
        for (T& item : list) {
            if constexpr (NestedRow<T>)
                describe(*this, item);
            else if constexpr (requires { item.uuid(); })
                add(item);
        }
    }
    [[nodiscard]] std::vector<Reference> take() { return std::move(found_); }

  private:
    template <class T> void add(const Id<T>& id) { found_.push_back({T::kind, id.uuid()}); }
    std::vector<Reference> found_;
};

template <Record T> [[nodiscard]] std::vector<Reference> references_of(T record) {
    ReferenceCollector visitor;
    describe(visitor, record);
    return visitor.take();
}

} // namespace interregio::editing

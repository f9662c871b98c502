#pragma once
// The texts and nested rows of a record, found by a visitor of its description: for what is done to all of them alike.

#include "modules/record/description.h"

namespace interregio {

/// A text, and who owns it in the texts store: the record or the row it belongs to.
struct TextPart {
    Uuid* owner;
    std::string_view field;
    LocalizedText* text;
};

/// A nested row, and where it stands: "outcomes/0".
struct RowPart {
    std::string path;
    Uuid* id;
};

/// Pointers into a record; they live as long as it is neither moved nor changed in length.
struct RecordParts {
    std::vector<TextPart> texts;
    std::vector<RowPart> rows;
};

class PartsVisitor {
  public:
    PartsVisitor(RecordParts& parts, Uuid& owner, std::string path)
        : parts_(parts), owner_(owner), path_(std::move(path)) {}

    template <class T, class... Limits> void operator()(std::string_view, T&, const Limits&...) {}
    void operator()(std::string_view name, LocalizedText& text, const TextLimits&) {
        parts_.texts.push_back({&owner_, name, &text});
    }
    template <NestedRow T> void operator()(std::string_view name, std::vector<T>& list, const ListLimits& = {}) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            std::string path = path_ + std::string(name) + "/" + std::to_string(i);
            parts_.rows.push_back({path, &list[i].id});
            PartsVisitor visitor(parts_, list[i].id, path + "/");
            describe(visitor, list[i]);
        }
    }

  private:
    RecordParts& parts_;
    Uuid& owner_;
    std::string path_;
};

/// `owner` must be the record's id as a Uuid and outlive the parts.
template <Record T> RecordParts parts_of(T& record, Uuid& owner) {
    RecordParts parts;
    PartsVisitor visitor(parts, owner, {});
    describe(visitor, record);
    return parts;
}

} // namespace interregio

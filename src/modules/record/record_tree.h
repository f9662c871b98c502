#pragma once
// A record as a tree of names and values: for exchange files, the journal and comparing. A visitor of its description.
// Absent values, empty texts and empty lists are left out, so that equal records give equal trees.

#include "modules/journal/tree.h"
#include "modules/record/description.h"

#include <cmath>
#include <functional>

namespace interregio {

/// How a tree writes what depends on where it is going.
struct TreeStyle {
    /// What stands for a referenced record: its key in files, its id in the journal.
    std::function<std::string(RecordKind, const Uuid&)> reference;
    /// What stands for a file: its path in folders, hash and name in the journal.
    std::function<std::string(FileKind, const FileContent&)> file;
    /// Whether texts carry their earlier revisions.
    Presence earlier_revisions = Presence::optional;
    /// Whether of a text there is more than its words: of each version the revision, who wrote it and when.
    enum class Texts { with_revisions, words_only } texts = Texts::with_revisions;
};

/// {organisation: …} or {partnership: …}; of what is not public.
[[nodiscard]] Tree tree_of(const Visibility& visibility, const TreeStyle& style);
/// The text with its revisions, as in exchange files.
[[nodiscard]] Tree tree_of(const LocalizedText& text, const TreeStyle& style);

class TreeWriter {
  public:
    /// `room` is about the number of fields: an ordered json object copies its members when it grows.
    explicit TreeWriter(const TreeStyle& style, std::size_t room = 8) : style_(style) {
        tree_.get_ref<Tree::object_t&>().reserve(room);
    }

    template <Record T> void head(const T& record) {
        tree_["id"] = record.id.text();
        tree_["key"] = record.key;
        for (const auto& [language, slugs] : record.slugs.slugs) tree_["slugs"][std::string(language.tag())] = slugs;
        if (!record.visible_to.is_public()) tree_["visible_to"] = tree_of(record.visible_to, style_);
    }
    void head(const Uuid& id) { tree_["id"] = id.text(); }

    template <class T, class... Limits> void operator()(std::string_view name, const T& value, const Limits&...) {
        tree_[std::string(name)] = write(value);
    }
    template <class T, class... Limits>
    void operator()(std::string_view name, const std::optional<T>& value, const Limits&...) {
        if (value) tree_[std::string(name)] = write(*value);
    }
    void operator()(std::string_view name, const LocalizedText& text, const TextLimits&) {
        if (!text.empty()) tree_[std::string(name)] = tree_of(text, style_);
    }
    void operator()(std::string_view name, const FileContent& file, FileKind kind) {
        tree_[std::string(name)] = style_.file(kind, file);
    }
    template <class T> void operator()(std::string_view name, const std::vector<T>& list, const ListLimits& = {}) {
        if (list.empty()) return;
        Tree& items = tree_[std::string(name)] = Tree::array();
        items.get_ref<Tree::array_t&>().reserve(list.size());
        for (const T& item : list) items.push_back(write(item));
    }

    [[nodiscard]] Tree take() { return std::move(tree_); }

  private:
    Tree write(const std::string& value) const { return value; }
    Tree write(std::int64_t value) const { return value; }
    Tree write(double value) const {
        if (std::trunc(value) == value && std::abs(value) < 1e15) return static_cast<std::int64_t>(value);
        return value;
    }
    Tree write(const PartialDate& value) const { return value.edtf(); }
    Tree write(const Language& value) const { return std::string(value.tag()); }
    template <NamedEnum E> Tree write(E value) const { return std::string(name_of(value)); }
    template <class T> Tree write(const Id<T>& id) const { return style_.reference(T::kind, id.uuid()); }
    template <NestedRow T> Tree write(const T& row) const {
        TreeWriter writer(style_);
        writer.head(row.id);
        describe(writer, const_cast<T&>(row)); // describe() takes what readers need; this visitor only reads
        return writer.take();
    }

    const TreeStyle& style_;
    Tree tree_ = Tree::object();
};

template <Record T> Tree tree_of(const T& record, const TreeStyle& style) {
    TreeWriter writer(style, 32);
    writer.head(record);
    describe(writer, const_cast<T&>(record)); // as above
    return writer.take();
}

/// Ids for references, "hash/name" for files, no earlier revisions: what the journal holds.
[[nodiscard]] const TreeStyle& journal_style();

} // namespace interregio

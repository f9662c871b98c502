#pragma once
// What was read through a connection, as the domain names it: so that what is made from it and kept can be made anew
// when just that changes.

#include "base/id.h"
#include "base/record_kind.h"

#include <bitset>
#include <vector>

namespace interregio::db {

class ReadSet {
  public:
    /// The contents of a record: any change of it counts.
    void add(const Uuid& record) { records_.push_back(record); }
    /// Which records of a kind there are, in which order, and how they refer to others: a change of their texts alone
    /// does not count.
    void add_list(RecordKind kind) { lists_.set(static_cast<std::size_t>(kind)); }
    /// More than can be named: any change of the record counts.
    void add_everything() { everything_ = true; }

    /// Sorts the records and removes what stands twice: before contains() is asked, and before it is kept for long.
    void settle();

    /// After settle().
    [[nodiscard]] bool contains(const Uuid& record) const;
    [[nodiscard]] bool contains_list(RecordKind kind) const { return lists_.test(static_cast<std::size_t>(kind)); }
    [[nodiscard]] bool contains_everything() const { return everything_; }
    [[nodiscard]] std::size_t bytes() const { return records_.capacity() * sizeof(Uuid); }

  private:
    std::vector<Uuid> records_;
    std::bitset<all_record_kinds.size()> lists_;
    bool everything_ = false;
};

} // namespace interregio::db

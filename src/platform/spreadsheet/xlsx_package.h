#pragma once
// An XLSX file as a package of parts that refer to each other (Open Packaging Conventions, ECMA-376, part 2), unpacked
// by libzip piece by piece. Internal to this folder. Not to be shared by threads.

#include "base/refusal.h"
#include "platform/spreadsheet/table.h"
#include "platform/spreadsheet/xml_reader.h"

#include <cstddef>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace interregio::spreadsheet {

struct Relation {
    std::string id;
    std::string type;   ///< the last part of its address: "worksheet"
    std::string target; ///< the name of a part
};

class XlsxPackage {
  public:
    /// The bytes and the limits must live as long as the package. Refusals: refusal.spreadsheet.broken and
    /// .too_many_parts {limit}.
    [[nodiscard]] static std::expected<XlsxPackage, Refusal> open(std::string_view bytes, const Limits& limits);

    /// Tells the listener what is in the part. Refusals: those of the listener, refusal.spreadsheet.broken where the
    /// part is missing, encrypted, damaged or no XML, and .unpacked_too_large {limit}.
    [[nodiscard]] std::optional<Refusal> read(const std::string& part, XmlListener& listener);

    /// What the part refers to within the package, none where it does not say; of the package itself, if `part` is
    /// empty.
    [[nodiscard]] std::expected<std::vector<Relation>, Refusal> relations_of(std::string_view part);

  private:
    struct Close {
        void operator()(zip* archive) const;
    };
    XlsxPackage(std::unique_ptr<zip, Close> archive, const Limits& limits)
        : archive_(std::move(archive)), limits_(&limits) {}

    std::unique_ptr<zip, Close> archive_;
    const Limits* limits_;
    std::size_t unpacked_ = 0;
};

} // namespace interregio::spreadsheet

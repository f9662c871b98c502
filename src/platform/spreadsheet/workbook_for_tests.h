#pragma once
// Makes XLSX files, sound or not, for the tests of this folder.

#include "base/assert.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <zip.h>

namespace interregio::spreadsheet {

using TestParts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP file of these parts.
inline std::string zipped(const TestParts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    INTERREGIO_ASSERT(archive, "libzip makes files");
    zip_source_keep(target);
    for (const auto& [name, content] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

/// The parts of a workbook, each with a place for what matters to a test.
struct TestWorkbook {
    std::string sheet_data = {}; ///< rows of the first sheet, "One"
    std::string strings = {};    ///< items of the shared strings
    std::string styles = {};
    std::string properties = {};       ///< of the workbook
    std::string more_sheets = {};      ///< in the list of sheets
    std::string before_worksheet = {}; ///< between the XML declaration and the element of the first sheet
    TestParts more_parts = {};

    [[nodiscard]] std::string bytes() const { return zipped(parts()); }

    [[nodiscard]] TestParts parts() const {
        const std::string xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
        const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const std::string main = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
        const std::string relations =
            xml + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
        const auto relation = [&](std::string id, std::string type, std::string target) {
            return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" + target + "\"/>";
        };
        TestParts out{
            {"[Content_Types].xml", xml + "<Types/>"},
            {"_rels/.rels", relations + relation("a", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
            {"xl/workbook.xml", xml + "<workbook" + main + " xmlns:r=\"" + office + "\">" + properties +
                                    R"(<sheets><sheet name="One" sheetId="1" r:id="s1"/>)" + more_sheets +
                                    "</sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels", relations + relation("s1", "worksheet", "worksheets/sheet1.xml") +
                                               relation("s2", "worksheet", "/xl/worksheets/sheet2.xml") +
                                               relation("c", "chartsheet", "chartsheets/sheet1.xml") +
                                               relation("t", "sharedStrings", "SharedStrings.xml") +
                                               relation("y", "styles", "../xl/styles.xml") + "</Relationships>"},
            {"xl/worksheets/sheet1.xml",
             xml + before_worksheet + "<worksheet" + main + "><sheetData>" + sheet_data + "</sheetData></worksheet>"},
            {"xl/sharedStrings.xml", xml + "<sst" + main + ">" + strings + "</sst>"},
            {"xl/styles.xml", xml + "<styleSheet" + main + ">" + styles + "</styleSheet>"}};
        out.insert(out.end(), more_parts.begin(), more_parts.end());
        return out;
    }
};

} // namespace interregio::spreadsheet

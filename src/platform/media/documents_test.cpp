#include "platform/media/media.h"

#include "platform/media/zip_for_tests.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

using namespace std::string_literals;

std::expected<DocumentInfo, Refusal> inspect(std::string_view bytes) { return inspect_document(as_bytes_of(bytes)); }

std::string accepted(std::string_view bytes) {
    const auto info = inspect(bytes);
    return info ? info->media_type : info.error().key;
}

Refusal refusal(std::string_view bytes) {
    const auto info = inspect(bytes);
    return info ? Refusal{"accepted as " + info->media_type, {}} : info.error();
}

Refusal broken(std::string type) { return {"refusal.media.document_broken", {{"type", std::move(type)}}}; }

TestZip opendocument(std::string type) {
    return {
        .entries = {{"mimetype", std::move(type)}, {"content.xml", "<x/>", 8}, {"META-INF/manifest.xml", "<x/>", 8}}};
}

TestZip office(const std::string& folder) {
    return {.entries = {{"[Content_Types].xml", "x", 8}, {"_rels/.rels", "x", 8}, {folder + "document.xml", "x", 8}}};
}

TEST(InspectDocument, AcceptsPdf) {
    for (const std::string version : {"1.0", "1.4", "1.7", "2.0"})
        EXPECT_EQ(accepted("%PDF-" + version + "\n1 0 obj\nendobj\n%%EOF\n"), "application/pdf");
    EXPECT_EQ(accepted("%PDF-1.4\n%%EOF" + std::string(1019, ' ')), "application/pdf");
}

TEST(InspectDocument, RefusesPdfThatIsNoneOrCutShort) {
    EXPECT_EQ(refusal("%PDF-1.4\n%%EOF" + std::string(1020, ' ')), broken("PDF")); // end mark 1025 bytes from the end
    EXPECT_EQ(refusal("%PDF-1.4\n1 0 obj\nendobj\n"), broken("PDF"));
    EXPECT_EQ(refusal("%PDF-1.x\n%%EOF"), broken("PDF"));
    EXPECT_EQ(refusal("%PDF-3.0\n%%EOF"), broken("PDF"));
    EXPECT_EQ(refusal("%PDF-"), broken("PDF"));
    EXPECT_EQ(refusal("%PDF-1."), broken("PDF"));
    EXPECT_EQ(refusal(" %PDF-1.4\n%%EOF").key, "refusal.media.document_unknown");
    EXPECT_EQ(refusal("\xEF\xBB\xBF%PDF-1.4\n%%EOF").key, "refusal.media.document_unknown");
}

TEST(InspectDocument, AcceptsOpenDocument) {
    for (const std::string type : {"text", "spreadsheet", "presentation", "graphics", "text-template"})
        EXPECT_EQ(accepted(opendocument("application/vnd.oasis.opendocument." + type).bytes()),
                  "application/vnd.oasis.opendocument." + type);
}

TEST(InspectDocument, RefusesOpenDocumentWithAWrongType) {
    for (const std::string& type :
         {"application/vnd.oasis.opendocument."s, "application/zip"s, ""s, "application/vnd.oasis.opendocument.text\n"s,
          "application/vnd.oasis.opendocument.t/x"s, "application/vnd.oasis.opendocument." + std::string(100, 'a')})
        EXPECT_EQ(refusal(opendocument(type).bytes()), (Refusal{"refusal.media.document_type", {{"found", "ZIP"}}}))
            << type;
    TestZip compressed = opendocument("application/vnd.oasis.opendocument.text");
    compressed.entries[0].method = 8;
    EXPECT_EQ(refusal(compressed.bytes()).key, "refusal.media.document_type");
    TestZip second = opendocument("application/vnd.oasis.opendocument.text");
    std::swap(second.entries[0], second.entries[1]);
    EXPECT_EQ(refusal(second.bytes()).key, "refusal.media.document_type");
}

TEST(InspectDocument, AcceptsOfficeOpenXml) {
    EXPECT_EQ(accepted(office("word/").bytes()),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(accepted(office("xl/").bytes()), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    EXPECT_EQ(accepted(office("ppt/").bytes()),
              "application/vnd.openxmlformats-officedocument.presentationml.presentation");
    TestZip embedded = office("word/");
    embedded.entries.push_back({"word/embeddings/xl/sheet.xlsx", "x"});
    EXPECT_TRUE(inspect(embedded.bytes()));
}

TEST(InspectDocument, RefusesOfficeOpenXmlOfNoOrTwoKinds) {
    EXPECT_EQ(refusal(office("visio/").bytes()).key, "refusal.media.document_unknown");
    TestZip both = office("word/");
    both.entries.push_back({"xl/workbook.xml", "x", 8});
    EXPECT_EQ(refusal(both.bytes()).key, "refusal.media.document_unknown");
    TestZip without_types = office("word/");
    without_types.entries.erase(without_types.entries.begin());
    EXPECT_EQ(refusal(without_types.bytes()).key, "refusal.media.document_type");
}

TEST(InspectDocument, RefusesMacros) {
    for (const std::string& part : {"word/vbaProject.bin"s, "word/VBAPROJECT.BIN"s, "vbaProject.bin"s}) {
        TestZip zip = office("word/");
        zip.entries.push_back({part, "x", 8});
        EXPECT_EQ(refusal(zip.bytes()), (Refusal{"refusal.media.document_macros", {{"type", "DOCX"}}})) << part;
    }
    TestZip sheet = office("xl/");
    sheet.entries.push_back({"xl/vbaProject.bin", "x", 8});
    EXPECT_EQ(refusal(sheet.bytes()).arguments.front().second, "XLSX");
    for (const std::string& part : {"Basic/Standard/Module1.xml"s, "Scripts/python/a.py"s}) {
        TestZip zip = opendocument("application/vnd.oasis.opendocument.text");
        zip.entries.push_back({part, "x", 8});
        EXPECT_EQ(refusal(zip.bytes()), (Refusal{"refusal.media.document_macros", {{"type", "OpenDocument"}}}));
    }
}

TEST(InspectDocument, RefusesBrokenZip) {
    const std::string zip = office("word/").bytes();
    EXPECT_EQ(refusal(zip.substr(0, zip.size() / 2)), broken("ZIP"));
    EXPECT_EQ(refusal(zip + "<script>"), broken("ZIP"));
    EXPECT_EQ(refusal("PK\3\4"), broken("ZIP"));
}

TEST(InspectDocument, NamesWhatItDoesNotTake) {
    const auto named = [](const std::string& found) {
        return Refusal{"refusal.media.document_type", {{"found", found}}};
    };
    EXPECT_EQ(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old Word"), named("DOC/XLS/PPT"));
    EXPECT_EQ(refusal("{\\rtf1 }"), named("RTF"));
    EXPECT_EQ(refusal("<!DOCTYPE html><html></html>"), named("HTML"));
    EXPECT_EQ(refusal("<?xml version=\"1.0\"?><svg/>"), named("SVG"));
    EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n"), named("PNG"));
    EXPECT_EQ(refusal("%!PS-Adobe"), named("PostScript"));
    EXPECT_EQ(refusal("MZ\x90"), named("EXE"));
    EXPECT_EQ(refusal(TestZip{}.bytes()), named("ZIP"));
    EXPECT_EQ(refusal("plain text").key, "refusal.media.document_unknown");
    EXPECT_EQ(refusal("").key, "refusal.media.empty");
}

TEST(InspectDocument, TakesFiftyMegabytesAndNotAByteMore) {
    std::string pdf = "%PDF-1.7\n" + std::string(50'000'000 - 9 - 5, ' ') + "%%EOF";
    ASSERT_EQ(pdf.size(), 50'000'000U);
    EXPECT_EQ(accepted(pdf), "application/pdf");
    pdf.insert(9, " ");
    EXPECT_EQ(refusal(pdf), (Refusal{"refusal.media.too_large", {{"limit", "50"}}}));
}

} // namespace
} // namespace interregio

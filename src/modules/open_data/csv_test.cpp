#include "modules/open_data/csv.h"

#include <gtest/gtest.h>

namespace interregio::open_data {
namespace {

std::string row(const std::vector<std::string>& cells) {
    CsvWriter writer;
    writer.row(cells);
    return std::move(writer).take().substr(3);
}

TEST(Csv, BeginsWithAByteOrderMark) {
    CsvWriter writer;
    EXPECT_EQ(std::move(writer).take(), "\xEF\xBB\xBF");
}

TEST(Csv, SeparatesBySemicolonWhereThatIsExpected) {
    CsvWriter writer(';');
    writer.row({"a", "b;c", "d,e"});
    EXPECT_EQ(std::move(writer).take().substr(3), "a;\"b;c\";\"d,e\"\r\n");
}

TEST(Csv, QuotesOnlyWhatNeedsIt) {
    EXPECT_EQ(row({"a", "ó ś", ""}), "a,ó ś,\r\n");
    EXPECT_EQ(row({"a,b", "say \"x\"", "two\nlines", "a;b"}), "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"a;b\"\r\n");
}

TEST(Csv, LeavesNothingThatASpreadsheetWouldCarryOut) {
    for (const std::string begin : {"=", "+", "-", "@", "\t", "\r"})
        EXPECT_EQ(row({begin + "1+1"}), "\"'" + begin + "1+1\"\r\n");
    EXPECT_EQ(row({"=\"x\""}), "\"'=\"\"x\"\"\"\r\n");
    EXPECT_EQ(row({"a=1"}), "a=1\r\n");
}

} // namespace
} // namespace interregio::open_data

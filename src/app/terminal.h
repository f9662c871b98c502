#pragma once
// What a command says to the person, or the program, that called it.

#include "base/clock.h"
#include "platform/locale/catalogue.h"

#include <iosfwd>

namespace interregio {

enum class OutputFormat { text, json };

/// Exit codes of all commands; documented in `interregio --help` and docs/operations.md.
enum class ExitCode {
    success = 0,
    refused = 1, ///< the input was understood and refused; nothing was changed
    usage = 2,   ///< the command line or configuration is wrong
    failure = 3, ///< disk, database, network: broken infrastructure
};

/// Writes results to standard output, everything else to standard error. Not thread-safe.
class Terminal {
  public:
    Terminal(const Catalogue& words, OutputFormat format);

    [[nodiscard]] const Catalogue& words() const { return words_; }
    [[nodiscard]] OutputFormat format() const { return format_; }

    /// A line of the result, for people.
    void say(std::string_view key, const Catalogue::Arguments& arguments = {});
    void say_count(std::string_view key, std::int64_t count, const Catalogue::Arguments& arguments = {});
    /// The result for programs: one line of JSON.
    void print_json(const std::string& json);
    /// "Error: …" on standard error; with OutputFormat::json also {"error": {"key", "message"}} on standard output.
    void refuse(const Refusal& refusal);
    void fail(std::string_view key, const Catalogue::Arguments& arguments = {});

    /// Shows how far a step is, from one second on: a bar where standard error is a terminal, else a line at each
    /// further tenth. `step` is a message key.
    void progress(std::string_view step, double fraction);
    /// Takes the bar away.
    void finish_progress();

  private:
    const Catalogue& words_;
    OutputFormat format_;
    bool interactive_;
    std::chrono::steady_clock::time_point started_;
    std::string step_;
    int shown_tenths_ = 0;
    std::chrono::steady_clock::time_point drawn_{};
    bool bar_visible_ = false;
};

} // namespace interregio

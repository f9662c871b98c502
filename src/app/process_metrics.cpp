#include "app/process_metrics.h"

#include "app/version.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

namespace interregio {
namespace {

double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    if (!(file >> total >> resident)) throw std::runtime_error("/proc is not there");
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double open_files() {
    const std::filesystem::directory_iterator folder("/proc/self/fd");
    return static_cast<double>(std::distance(begin(folder), end(folder)));
}

double most_open_files() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) throw std::runtime_error("no limit of open files");
    return static_cast<double>(limit.rlim_cur);
}

double processor_seconds() {
    rusage usage{};
    if (::getrusage(RUSAGE_SELF, &usage) != 0) throw std::runtime_error("no usage");
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

void add_process_metrics(metrics::Registry& registry) {
    registry
        .gauge("interregio_build_info", "1, with the version of the program.",
               {{"version", std::string(program_version)}})
        .set(1);
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    registry.gauge("process_start_time_seconds", "When the program was started, in seconds since 1970 (UTC).")
        .set(std::chrono::duration<double>(now).count());
    registry.ask_gauge("process_resident_memory_bytes", "Memory of the process, with mapped pages of the database.",
                       resident_bytes);
    registry.ask_counter("process_cpu_seconds_total", "Processor time of the process.", processor_seconds);
    registry.ask_gauge("process_open_fds", "Open files of the process, connections among them.", open_files);
    registry.ask_gauge("process_max_fds", "How many files the process may open.", most_open_files);
}

} // namespace interregio

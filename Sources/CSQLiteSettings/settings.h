// What Swift cannot call: sqlite3_config takes a variable number of arguments.
#include <sqlite3.h>

// SQLite counts its memory under a lock, at every allocation; nobody here reads the count.
static inline int soleil_sqlite_without_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

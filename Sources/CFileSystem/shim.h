// What Swift's Glibc leaves out, for it is no part of POSIX.
extern int syncfs(int descriptor);

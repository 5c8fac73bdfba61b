/* A disk between a program and its files, for LD_PRELOAD: it writes down what it is told, and fails when it is asked to.
 *
 * SUPROVID_DISK: the folder it stands before. SUPROVID_DISK_LOG: the file that gets, for each operation that came true
 * below that folder, one line "kind inode offset size" and then `size` bytes: what was written, or the paths.
 * Kinds: C create, M mkdir, W write, T truncate, S force to the disk, R rename, L link, U unlink, D rmdir, ! a mark.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { NEVER, ONCE, FROM_THEN_ON, FULL };

static pthread_mutex_t lane = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int log_fd = -2, how = NEVER, error_given;
static long counted, fails_at, failed;

#define REAL(name, result, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

/* From operation `n` on (1 is the next) fail as `mode` says, with `error`; mode 0 heals the disk. */
void disk_fail(long n, int mode, int error) { counted = failed = 0; fails_at = n; how = mode; error_given = error; }
long disk_counted(void) { return counted; }
long disk_failed(void) { return failed; }

static int below(const char *path) {
    static const char *folder;
    if (!folder) folder = getenv("SUPROVID_DISK");
    size_t length = folder ? strlen(folder) : 0;
    return length && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
    return length > 0 && below(path);
}

static int path_at(int folder, const char *name, char *path) {
    char start[PATH_MAX] = "";
    if (name[0] == '/') snprintf(path, PATH_MAX, "%s", name);
    else {
        if (folder == AT_FDCWD) { if (!getcwd(start, sizeof start)) return 0; }
        else path_of(folder, start);
        if (snprintf(path, PATH_MAX, "%s/%s", start, name) >= PATH_MAX) return 0;
    }
    return below(path);
}

static void told(char kind, unsigned long long inode, long long offset, const void *data, size_t size) {
    REAL("writev", ssize_t, int, const struct iovec *, int);
    if (log_fd == -2) {
        const char *path = getenv("SUPROVID_DISK_LOG");
        static int (*plain)(const char *, int, ...);
        plain = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64");
        log_fd = path ? plain(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    }
    if (log_fd < 0) return;
    char line[96];
    int length = snprintf(line, sizeof line, "%c %llu %lld %zu\n", kind, inode, offset, size);
    struct iovec parts[2] = {{line, (size_t)length}, {(void *)data, size}};
    if (real(log_fd, parts, 2) != (ssize_t)(length + size)) abort();
}

static void told_path(char kind, const char *path, const char *second) {
    char both[2 * PATH_MAX];
    struct stat found = {0};
    lstat(second ? second : path, &found);
    size_t size = (size_t)snprintf(both, sizeof both, "%s", path);
    if (second) size += 1 + (size_t)snprintf(both + size + 1, sizeof both - size - 1, "%s", second);
    told(kind, found.st_ino, 0, both, size);
}

void disk_mark(const char *text) {
    pthread_mutex_lock(&lane);
    told('!', 0, 0, text, strlen(text));
    pthread_mutex_unlock(&lane);
}

/* Whether this operation fails; a full disk fails only what needs room. */
static int fails(int needs_room) {
    counted++;
    if (how == NEVER || counted < fails_at || (how == ONCE && counted > fails_at) || (how == FULL && !needs_room)) return 0;
    failed++;
    errno = error_given;
    return 1;
}

static unsigned long long inode_of(int fd) {
    struct stat found = {0};
    fstat(fd, &found);
    return found.st_ino;
}

#define IN_LANE(type, body) \
    pthread_mutex_lock(&lane); \
    type result = (body); \
    { int kept = errno; pthread_mutex_unlock(&lane); errno = kept; } \
    return result

typedef ssize_t writing(int, const void *, size_t, off64_t);

static ssize_t written(writing *really, int fd, const void *data, size_t size, off64_t offset) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return really(fd, data, size, offset);
    if (fails(1)) {
        if (how != FULL || failed > 1 || size < 2) return -1;
        size /= 2; /* the last room there was */
    }
    off64_t start = offset;
    if (offset < 0) {
        struct stat found = {0};
        fstat(fd, &found);
        start = fcntl(fd, F_GETFL) & O_APPEND ? found.st_size : lseek(fd, 0, SEEK_CUR);
    }
    ssize_t count = really(fd, data, size, offset);
    if (count > 0) told('W', inode_of(fd), start, data, (size_t)count);
    return count;
}

static ssize_t really_write(int fd, const void *data, size_t size, off64_t offset) {
    REAL("write", ssize_t, int, const void *, size_t);
    return (void)offset, real(fd, data, size);
}
static ssize_t really_pwrite(int fd, const void *data, size_t size, off64_t offset) {
    REAL("pwrite64", ssize_t, int, const void *, size_t, off64_t);
    return real(fd, data, size, offset);
}
ssize_t write(int fd, const void *data, size_t size) { IN_LANE(ssize_t, written(really_write, fd, data, size, -1)); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
    IN_LANE(ssize_t, written(really_pwrite, fd, data, size, offset));
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return pwrite64(fd, data, size, offset); }
ssize_t sendfile(int out, int in, off_t *offset, size_t size) { /* the caller then copies by hand */
    return (void)out, (void)in, (void)offset, (void)size, errno = ENOTSOCK, -1;
}

static int opened(int folder, const char *name, int flags, mode_t mode) {
    REAL("openat64", int, int, const char *, int, ...);
    char path[PATH_MAX];
    struct stat found = {0};
    if (!(flags & (O_CREAT | O_TRUNC)) || !path_at(folder, name, path)) return real(folder, name, flags, mode);
    int fresh = lstat(path, &found) != 0;
    if (((fresh && flags & O_CREAT) || (!fresh && flags & O_TRUNC && found.st_size)) && fails(1)) return -1;
    int fd = real(folder, name, flags, mode);
    if (fd >= 0 && fresh) told_path('C', path, NULL);
    else if (fd >= 0 && flags & O_TRUNC) told('T', found.st_ino, 0, "", 0);
    return fd;
}
#define MODE(flags) \
    mode_t mode = 0; \
    if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE(flags); IN_LANE(int, opened(AT_FDCWD, path, flags, mode)); }
int open64(const char *path, int flags, ...) { MODE(flags); IN_LANE(int, opened(AT_FDCWD, path, flags, mode)); }
int openat(int at, const char *path, int flags, ...) { MODE(flags); IN_LANE(int, opened(at, path, flags, mode)); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags); IN_LANE(int, opened(at, path, flags, mode)); }

static int truncated(int fd, off64_t length) {
    REAL("ftruncate64", int, int, off64_t);
    char path[PATH_MAX];
    if (!path_of(fd, path)) return real(fd, length);
    struct stat found = {0};
    fstat(fd, &found);
    if (fails(length > found.st_size)) return -1;
    int outcome = real(fd, length);
    if (!outcome) told('T', found.st_ino, length, "", 0);
    return outcome;
}
int ftruncate64(int fd, off64_t length) { IN_LANE(int, truncated(fd, length)); }
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int forced(const char *name, int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    char path[PATH_MAX];
    if (!path_of(fd, path)) return real(fd);
    if (fails(0)) return -1;
    told('S', inode_of(fd), 0, path, strlen(path));
    return 0; /* no power is lost here: what reached the system is enough, and quicker */
}
int fsync(int fd) { IN_LANE(int, forced("fsync", fd)); }
int fdatasync(int fd) { IN_LANE(int, forced("fdatasync", fd)); }

static int moved(char kind, int from_at, const char *from, int to_at, const char *to) {
    static int (*rename_it)(int, const char *, int, const char *), (*link_it)(int, const char *, int, const char *, int);
    if (!rename_it) *(void **)&rename_it = dlsym(RTLD_NEXT, "renameat"), *(void **)&link_it = dlsym(RTLD_NEXT, "linkat");
    char first[PATH_MAX], second[PATH_MAX];
    int ours = path_at(from_at, from, first) | path_at(to_at, to, second);
    if (ours && fails(kind == 'L')) return -1;
    int outcome = kind == 'R' ? rename_it(from_at, from, to_at, to) : link_it(from_at, from, to_at, to, 0);
    if (ours && !outcome) told_path(kind, first, second);
    return outcome;
}
int rename(const char *from, const char *to) { IN_LANE(int, moved('R', AT_FDCWD, from, AT_FDCWD, to)); }
int renameat(int at, const char *from, int to_at, const char *to) { IN_LANE(int, moved('R', at, from, to_at, to)); }
int link(const char *from, const char *to) { IN_LANE(int, moved('L', AT_FDCWD, from, AT_FDCWD, to)); }

static int removed(int at, const char *name, int flags) {
    REAL("unlinkat", int, int, const char *, int);
    char path[PATH_MAX];
    int ours = path_at(at, name, path);
    int outcome = real(at, name, flags);
    if (ours && !outcome) told(flags & AT_REMOVEDIR ? 'D' : 'U', 0, 0, path, strlen(path));
    return outcome;
}
int unlink(const char *path) { IN_LANE(int, removed(AT_FDCWD, path, 0)); }
int rmdir(const char *path) { IN_LANE(int, removed(AT_FDCWD, path, AT_REMOVEDIR)); }
int unlinkat(int at, const char *path, int flags) { IN_LANE(int, removed(at, path, flags)); }

static int made(int at, const char *name, mode_t mode) {
    REAL("mkdirat", int, int, const char *, mode_t);
    char path[PATH_MAX];
    if (!path_at(at, name, path)) return real(at, name, mode);
    struct stat found;
    if (lstat(path, &found) && fails(1)) return -1;
    int outcome = real(at, name, mode);
    if (!outcome) told_path('M', path, NULL);
    return outcome;
}
int mkdir(const char *path, mode_t mode) { IN_LANE(int, made(AT_FDCWD, path, mode)); }
int mkdirat(int at, const char *path, mode_t mode) { IN_LANE(int, made(at, path, mode)); }

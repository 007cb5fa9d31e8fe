/** Why a file operation failed, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "you may not read or write it",
    EPERM: "you may not read or write it",
    EEXIST: "there is a file of that name",
    EISDIR: "it is a folder",
    ENXIO: "it is not a file",
    ENOTDIR: "a part of the path is not a folder",
    ELOOP: "its links lead in a circle",
    EMFILE: "too many files are open",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk space you may use is full",
    EBADF: "it is closed",
    EIO: "the device has failed",
    EROFS: "the disk can only be read",
    ENAMETOOLONG: "the name is too long",
    ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB",
  };
  return words[code] ?? (code === "" ? String(error) : code);
}

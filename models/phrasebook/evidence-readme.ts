/** What lies beside an exported record so that a stranger can check it. Its hash stands in the manifest: a new text is a new format. */
export const evidenceReadme = `视频办理的电子证据
================

manifest.json    清单：告知同意、核对、宣读、验证码结果、照片、每段录像、缺口、决定，以及整条记录的指纹
manifest.sig     车管所对清单的签名（Ed25519，Base64）
public-key.pem   对应的公钥。请到该车管所公布公钥的网页核对：/integrity/evidence-keys.json
lines.jsonl      逐条记录，每一条都带着上一条的指纹（SHA-256）
media/           录像：每段一个文件；同名的整段文件是把各段依次接起来的，可以直接播放
snapshots/       照片，按记录的序号命名

怎样核对（不用联网）：
  npm run verify-evidence -- 这个文件夹或压缩包 --public-key 从网页存下的公钥.pem
结果只有三种：完整、不完整、被改动；后两种会说出是哪一条、哪个文件。

没有这个程序也能核对：用 SHA-256 算每个录像文件，与清单里的 sha256 对照；
用 openssl 核对签名：
  base64 -d manifest.sig > sig.bin
  openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile sig.bin


Electronic evidence of a call
=============================

manifest.json    the manifest: consents, checks, statements, results of codes, pictures, every chunk, gaps, the decision, and the
                 fingerprint of the whole record
manifest.sig     the office's signature over the manifest (Ed25519, Base64)
public-key.pem   the key it is checked with. Compare it with what the office publishes: /integrity/evidence-keys.json
lines.jsonl      the record line by line; each line holds the fingerprint of the one before (SHA-256)
media/           the recording: one file for each chunk; the file of the same name is the chunks joined, ready to be played
snapshots/       pictures, named by the number of their line

To check it (offline):
  npm run verify-evidence -- this-folder-or-zip --public-key the-key-you-saved.pem --lang en
It says complete, incomplete or altered; for the latter two, which line and which file.
`;

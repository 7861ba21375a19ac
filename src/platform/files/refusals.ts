import { type RefusalCatalogue, refuser } from '#platform'

export const fileRefusals = {
  file_too_large: { status: 413, text: '文件太大，请压缩或者拆分后再上传。' },
  file_empty: { status: 422, text: '文件是空的，请重新选择。' },
  file_name_refused: { status: 422, text: '文件名不能使用，请改成不含特殊符号的名称（不超过150个字）。' },
  file_type_refused: { status: 415, text: '不支持这种文件，请换成常用的文档、图片或者压缩包格式。' },
  file_type_mismatch: { status: 415, text: '文件的实际内容与扩展名不一致，请核对后重新上传。' },
  file_damaged: { status: 422, text: '文件已损坏或者加了密码，无法打开，请重新导出后再上传。' },
  file_expands: { status: 422, text: '文件展开后过大或者包含的项目过多，请拆分后再上传。' },
  archive_path_refused: { status: 422, text: '压缩包里有不安全的路径，请重新压缩后再上传。' },
  picture_too_large: { status: 422, text: '图片的像素太多，请缩小到1亿像素以内再上传。' },
  file_gone: { status: 404, text: '没有找到这个文件，可能已被移除。' },
  storage_away: { status: 503, text: '文件存储暂时不能使用，请稍后再试。' },
} satisfies RefusalCatalogue

export const refuse = refuser(fileRefusals)

import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  sign_in_failed: { status: 401, text: '用户名或密码不正确，请重新输入。连续输错五次，账号将锁定十五分钟。' },
  account_locked: {
    status: 429,
    text: '密码连续输错次数过多，账号已暂时锁定，请十五分钟后再试，或联系系统管理员。',
  },
  second_factor_needed: { status: 401, text: '请输入身份验证器上的六位动态验证码。' },
  second_factor_wrong: { status: 401, text: '动态验证码不正确或已使用过，请输入最新的验证码。' },
  password_change_needed: { status: 403, text: '首次登录请先修改初始密码。' },
  password_wrong: { status: 422, text: '密码不正确，请重新输入。' },
  second_factor_enrolment_needed: { status: 403, text: '您的角色必须使用第二验证，请先在“我的账号”中启用。' },
  department_code_taken: { status: 409, text: '此处室代码已被使用，请换一个。' },
  department_in_use: { status: 409, text: '处室还有在用人员，请先把他们调整到其他处室再停用。' },
  department_retired: { status: 422, text: '此处室不存在或者已停用，请另选一个。' },
  own_account: { status: 403, text: '不能停用自己的账号，请由另一位系统管理员办理。' },
  password_weak: { status: 422, text: '新密码至少十二个字符，不能包含用户名，也不能与原密码相同。' },
  sso_failed: {
    status: 401,
    text: '统一身份认证没有成功，请返回登录页面重试；仍不成功的，请联系系统管理员。',
  },
  sso_unknown: { status: 403, text: '统一身份认证的账号在本系统中没有对应人员，请联系系统管理员开通。' },
  sso_bound: {
    status: 403,
    text: '此账号已与统一身份认证中的另一个身份绑定。确为本人的，请联系安全管理员解除绑定后再登录。',
  },
  account_unknown: { status: 404, text: '没有使用这个用户名的账号，请核对用户名（区分大小写）。' },
  account_closed: {
    status: 409,
    text: '此账号已停用，重置后仍不能登录。请先在工作台启用；没有人能启用的，请在服务器上用 gongkai staff create 新建账号。',
  },
  username_taken: { status: 409, text: '此用户名已被使用，请换一个。' },
  administrator_needs_two: {
    status: 403,
    law: 'GB/T 22239-2019',
    text: '管理员账号的密码重置、停用和启用须由两人办理：请先由安全管理员在“角色授权”中准予，二十四小时内有效。',
  },
  own_permission: {
    status: 403,
    law: 'GB/T 22239-2019',
    text: '不能准予改动自己的账号，请由另一位安全管理员办理；只有一位的，由运维人员在服务器上运行 gongkai staff reset。',
  },
  own_roles: { status: 403, text: '不能修改自己的角色，请由另一位安全管理员办理。' },
  administrators_separated: {
    status: 422,
    law: 'GB/T 22239-2019',
    text: '系统管理员、安全管理员和审计管理员不能由同一人担任。',
  },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)

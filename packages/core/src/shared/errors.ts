import type { Localized } from './localized.ts'

/** One line of the catalogue: HTTP status, what happened, how to fix it. A code is for ever. */
export interface ErrorEntry {
  readonly status: number
  readonly title: Localized
  readonly fix: Localized
}

/** Every code the product can answer with. Refusals of gates and workflows, request errors, and the one bug code. */
export const ERRORS = {
  'request.invalid': {
    status: 422,
    title: { en: 'The request has fields that do not fit.', zh: '请求中有不符合要求的字段。' },
    fix: { en: 'Correct the fields named in "fields".', zh: '请更正 fields 中列出的字段。' },
  },
  'request.not_found': {
    status: 404,
    title: { en: 'There is nothing at this address.', zh: '此地址没有内容。' },
    fix: { en: 'Check the id; it may belong to another workspace.', zh: '请检查编号；它可能属于其他工作区。' },
  },
  'request.too_large': {
    status: 413,
    title: { en: 'The upload is larger than this server accepts.', zh: '上传内容超过服务器限制。' },
    fix: { en: 'Split the file and upload the parts.', zh: '请拆分文件后分批上传。' },
  },
  'request.wrong_type': {
    status: 415,
    title: { en: 'The request is not in the format this address takes.', zh: '请求格式不是此地址所接受的格式。' },
    fix: { en: 'Send it with a Content-Type that the API documentation names.', zh: '请使用 API 文档所列的 Content-Type 发送。' },
  },
  'session.missing': {
    status: 401,
    title: { en: 'You are not signed in.', zh: '尚未登录。' },
    fix: { en: 'Open a login link; `kolibra serve` prints one.', zh: '请打开登录链接；运行 kolibra serve 会打印一个。' },
  },
  'session.link_used': {
    status: 410,
    title: { en: 'This login link was used or has expired.', zh: '登录链接已使用或已过期。' },
    fix: { en: 'Restart the server to print a new link.', zh: '重启服务器即可打印新链接。' },
  },
  'permission.denied': {
    status: 403,
    title: { en: 'Your role may not do this.', zh: '您的角色没有此权限。' },
    fix: { en: 'Ask an owner of the workspace.', zh: '请联系工作区所有者。' },
  },
  'state.lost_race': {
    status: 409,
    title: { en: 'Somebody changed this a moment ago.', zh: '此内容刚刚被他人修改。' },
    fix: { en: 'Reload and try again.', zh: '请刷新后重试。' },
  },
  'gate.blocked': {
    status: 409,
    title: { en: 'A gate blocks this step.', zh: '关卡未通过，无法进行此步。' },
    fix: { en: 'Settle the findings listed, or have them waived with a reason.', zh: '请处理所列问题，或由有权限者说明理由后豁免。' },
  },
  'gate.open': {
    status: 409,
    title: { en: 'A gate before this step still waits for something.', zh: '此步之前的关卡仍缺少信息。' },
    fix: { en: 'Supply what the gate names, then try again.', zh: '请补充该关卡所列内容后重试。' },
  },
  'brief.wrong_state': {
    status: 409,
    title: { en: 'The brief is not in a state that allows this step.', zh: 'Brief 当前状态不允许此操作。' },
    fix: { en: 'Reload; "allowed" names the states it would be possible in.', zh: '请刷新；allowed 列出了允许此操作的状态。' },
  },
  'brief.moved_on': {
    status: 409,
    title: { en: 'Somebody saved another version of the brief meanwhile.', zh: '在此期间有人保存了 brief 的新版本。' },
    fix: {
      en: '"version", "by" and "at" name it. Put its changes and yours together, then save with after= that version.',
      zh: 'version、by、at 标明该版本。请先合并双方改动，再以 after=该版本号 保存。',
    },
  },
  'brief.wrong_role': {
    status: 403,
    title: { en: 'Your duty in this campaign does not include this step of the brief.', zh: '您在此项目中的职责不包含该步骤。' },
    fix: { en: 'Ask somebody with a duty named in "allowed".', zh: '请联系 allowed 所列职责的人员。' },
  },
  'brief.own_review': {
    status: 403,
    title: { en: 'The author of a version cannot review it.', zh: '作者不能审核自己撰写的版本。' },
    fix: { en: 'Have another local reviewer look at it.', zh: '请由另一位本地审核人审核。' },
  },
  'product.order_of_days': {
    status: 422,
    title: { en: 'The days of the product are out of order.', zh: '寄出、收货、使用的日期顺序不对。' },
    fix: {
      en: 'Received is not before sent, used not before received; "field" names the day.',
      zh: '收货不早于寄出，使用不早于收货；field 指出是哪一项。',
    },
  },
  'product.day_to_come': {
    status: 422,
    title: { en: 'That day is still to come.', zh: '该日期还没到。' },
    fix: { en: 'Note it when it has happened; "field" names the day.', zh: '请在发生后登记；field 指出是哪一项。' },
  },
  'brief.has_reviewer': {
    status: 409,
    title: { en: 'This campaign has somebody who can review the brief.', zh: '本项目已有可审核 brief 的人员。' },
    fix: { en: 'Have one of the people named as local reviewers approve it.', zh: '请由已登记的本地审核人批准。' },
  },
  'brief.note_missing': {
    status: 422,
    title: { en: 'What somebody else decided is entered without saying how they told you.', zh: '代他人录入决定，但未说明对方如何告知。' },
    fix: { en: 'Add a note: when and where they said so.', zh: '请补充说明：对方何时、通过什么方式告知。' },
  },
  'brief.not_sent': {
    status: 409,
    title: { en: 'This version of the brief is not there for this party yet.', zh: '此版本尚未发给该参与方。' },
    fix: { en: 'Wait until it was reviewed and sent.', zh: '请等待审核通过并发出。' },
  },
  'brief.no_such_sentence': {
    status: 422,
    title: { en: 'This item of the brief has no sentence that can be replaced.', zh: 'Brief 的该项没有可替换的文字。' },
    fix: { en: 'Suggest on an item with a sentence, or ask a question.', zh: '请对有文字的条目提建议，或改为提问。' },
  },
  'playback.strange_item': {
    status: 422,
    title: { en: 'The playback names items that the brief does not have.', zh: '复述中包含 brief 没有的条目。' },
    fix: { en: 'Reload; "items" names them.', zh: '请刷新；items 列出了这些条目。' },
  },
  'playback.no_difference': {
    status: 409,
    title: { en: 'There is no such difference any more.', zh: '该差异已不存在。' },
    fix: { en: 'Reload and look at what is still open.', zh: '请刷新后查看仍待确认的差异。' },
  },
  'playback.wrong_side': {
    status: 403,
    title: { en: 'This side cannot settle a difference in this way.', zh: '您所在的一方不能以此方式确认差异。' },
    fix: {
      en: 'Who plays back may let the brief stand; who asks may let the playback stand.',
      zh: '复述方可接受按 brief 执行，发出方可接受按复述执行。',
    },
  },
  'thread.wrong_state': {
    status: 409,
    title: { en: 'The thread is not where this step is possible.', zh: '该讨论当前不能执行此操作。' },
    fix: { en: 'Reload; "allowed" names the states it would be possible in.', zh: '请刷新；allowed 列出了允许此操作的状态。' },
  },
  'thread.wrong_role': {
    status: 403,
    title: { en: 'This step of the thread belongs to another side.', zh: '该操作应由另一方执行。' },
    fix: { en: 'Ask a side named in "allowed".', zh: '请联系 allowed 所列的一方。' },
  },
  'thread.words_missing': {
    status: 422,
    title: { en: 'An answer without words.', zh: '回复内容为空。' },
    fix: { en: 'Write what you want to say.', zh: '请填写回复内容。' },
  },
  'thread.item_changed': {
    status: 409,
    title: { en: 'The sentence changed since the suggestion was made.', zh: '提出建议后，该处文字已有改动。' },
    fix: { en: 'Decline it, or change the sentence in a new version.', zh: '请不采纳，或在新版本中修改。' },
  },
  'party.known': {
    status: 409,
    title: { en: 'The campaign has this party already.', zh: '该项目中已有此参与方。' },
    fix: { en: 'Use the party that is there.', zh: '请使用已有的参与方。' },
  },
  'party.in_use': {
    status: 409,
    title: { en: 'People act or acted for this party.', zh: '已有人员代表该参与方。' },
    fix: { en: 'Withdraw the people instead; what they did stays readable.', zh: '请改为撤销人员授权；其操作记录会保留。' },
  },
  'party.member_known': {
    status: 409,
    title: { en: 'This person acts for the party already.', zh: '此人已可代表该参与方。' },
    fix: { en: 'Withdraw the entry first to give other duties.', zh: '如需调整职责，请先撤销原授权。' },
  },
  'party.not_yours': {
    status: 403,
    title: { en: 'You may not act for this party or person.', zh: '您无权代表该参与方或人员。' },
    fix: { en: 'Have it granted on the parties of the campaign.', zh: '请在项目的参与方设置中授权。' },
  },
  'deliverable.wrong_state': {
    status: 409,
    title: { en: 'The deliverable is not in a state that allows this step.', zh: '该交付内容当前状态不允许此操作。' },
    fix: { en: 'Reload; "allowed" names the states it would be possible in.', zh: '请刷新；allowed 列出了允许此操作的状态。' },
  },
  'deliverable.wrong_role': {
    status: 403,
    title: { en: 'Your party does not make this step of the deliverable.', zh: '您所在的一方不能执行该步骤。' },
    fix: { en: 'Ask a party named in "allowed".', zh: '请联系 allowed 所列的一方。' },
  },
  'invitation.wrong_state': {
    status: 409,
    title: { en: 'The creator does not stand where this step begins.', zh: '该达人当前的邀约状态不允许此操作。' },
    fix: { en: 'Reload; "allowed" names the states it would be possible in.', zh: '请刷新；allowed 列出了允许此操作的状态。' },
  },
  'invitation.wrong_role': {
    status: 403,
    title: { en: 'Your party does not make this step of an invitation.', zh: '您所在的一方不能执行该邀约步骤。' },
    fix: { en: 'Ask a party named in "allowed".', zh: '请联系 allowed 所列的一方。' },
  },
  'invitation.not_in_plan': {
    status: 409,
    title: { en: 'This creator is not in the plan of the campaign.', zh: '该达人不在本项目选定的方案中。' },
    fix: { en: 'Choose a version with this creator as the plan first.', zh: '请先选定包含该达人的方案版本。' },
  },
  'invitation.contracted': {
    status: 409,
    title: { en: 'This creator is under contract; they cannot be declined or withdrawn.', zh: '已与该达人签约，不能再标记为拒绝或撤回。' },
    fix: {
      en: 'Keep them in the plan. Their agreed price counts as spent; plan the others with what is left.',
      zh: '请将其保留在方案中。约定价格已计入支出；请用剩余预算规划其他达人。',
    },
  },
  'plan.cancelled': {
    status: 409,
    title: { en: 'The planning was cancelled; nothing of it was kept.', zh: '规划已取消，未保留任何内容。' },
    fix: { en: 'Start it again when you need it.', zh: '需要时请重新开始规划。' },
  },
  'plan.run_over': {
    status: 409,
    title: {
      en: 'This planning is over or its version is being kept; it cannot be cancelled.',
      zh: '该规划已结束或正在保存版本，无法取消。',
    },
    fix: { en: 'Reload to see its result.', zh: '请刷新查看结果。' },
  },
  'choice.drops_held': {
    status: 409,
    title: {
      en: 'This choice leaves out creators who were invited, said yes or are under contract.',
      zh: '所选方案不含已邀约、已接受或已签约的达人。',
    },
    fix: {
      en: 'Plan again: the creators in "creatorIds" stay locked. Or withdraw them first; a contract stays.',
      zh: '请重新规划：creatorIds 所列达人会保持锁定；或先撤回其邀约，已签约者除外。',
    },
  },
  'choice.includes_gone': {
    status: 409,
    title: { en: 'This choice names creators who declined or were withdrawn.', zh: '所选方案包含已拒绝或已撤回的达人。' },
    fix: {
      en: 'Leave out "creatorIds", plan again, or reopen their invitations first.',
      zh: '请去掉 creatorIds 所列达人、重新规划，或先重新开启其邀约。',
    },
  },
  'contract.creator_gone': {
    status: 409,
    title: { en: 'This creator declined or was withdrawn.', zh: '该达人已拒绝邀约或已被撤回。' },
    fix: {
      en: 'Reopen the invitation and wait for the answer, or choose somebody from the reserve.',
      zh: '请重新开启邀约并等待答复，或从候补中选择其他达人。',
    },
  },
  'contract.post_declined': {
    status: 409,
    title: { en: 'This creator declined this post by their link.', zh: '达人已在链接页拒绝这条合作。' },
    fix: {
      en: 'Answer under "What creators sent": turned down with a reason, they are asked again; or choose somebody from the reserve.',
      zh: '请在「达人提交」中处理：写明原因不同意，系统会再次征求对方意见；或从候补中选择其他达人。',
    },
  },
  'waiver.not_waivable': {
    status: 409,
    title: { en: 'Nobody may waive this finding.', zh: '此问题任何人都不能豁免。' },
    fix: { en: 'Change the text, the facts or the plan.', zh: '请修改文本、事实或方案。' },
  },
  'waiver.wrong_role': {
    status: 403,
    title: { en: 'Your role may not waive this finding.', zh: '您的角色无权豁免此问题。' },
    fix: { en: 'A blocking finding is waived by an owner, a warning also by a manager.', zh: '拦截项由所有者豁免，提醒项也可由经理豁免。' },
  },
  'waiver.reason_missing': {
    status: 422,
    title: { en: 'A waiver needs a reason.', zh: '豁免必须写明理由。' },
    fix: { en: 'Write the reason; it is kept for ever.', zh: '请填写理由；理由将永久保存。' },
  },
  'waiver.evidence_missing': {
    status: 422,
    title: { en: 'Waiving a rule error needs evidence.', zh: '豁免规则错误需要证据。' },
    fix: { en: 'Name the report, licence or ruling behind the reason.', zh: '请写明支持理由的报告、许可或裁定。' },
  },
  'note.not_author': {
    status: 403,
    title: { en: 'Somebody else wrote this note.', zh: '这条备注由他人撰写。' },
    fix: { en: 'Ask its author or an owner of the workspace.', zh: '请联系作者或工作区所有者。' },
  },
  'experience.not_yet': {
    status: 422,
    title: { en: 'This day has not come yet.', zh: '该日期尚未到来。' },
    fix: { en: 'Give the day on which it happened.', zh: '请填写事情发生的日期。' },
  },
  'experience.answered': {
    status: 409,
    title: { en: 'This has been answered already.', zh: '该评价已有回应。' },
    fix: {
      en: 'Read the answer that stands; record a new experience if something else happened.',
      zh: '请查看已有回应；如有新情况，请另行记录。',
    },
  },
  'document.empty': {
    status: 422,
    title: { en: 'The document is empty.', zh: '文件为空。' },
    fix: { en: 'Choose a file that has content.', zh: '请选择有内容的文件。' },
  },
  'document.too_large': {
    status: 413,
    title: { en: 'The document is larger than 20 MB.', zh: '文件超过 20 MB。' },
    fix: { en: 'Make it smaller, or keep it in parts.', zh: '请压缩，或分成几份保存。' },
  },
  'document.wrong_type': {
    status: 422,
    title: { en: 'This kind of file is not kept.', zh: '不保存此类文件。' },
    fix: {
      en: 'Keep a PDF, PNG, JPEG, docx or xlsx whose content is what its name says.',
      zh: '请保存内容与扩展名一致的 PDF、PNG、JPEG、docx 或 xlsx。',
    },
  },
  'document.known': {
    status: 409,
    title: { en: 'This creator already has exactly this document.', zh: '该达人已有完全相同的文件。' },
    fix: { en: 'Look at the list; nothing was changed.', zh: '请查看列表；未作任何更改。' },
  },
  'request.key_reused': {
    status: 422,
    title: { en: 'This Idempotency-Key was used for another request.', zh: '该 Idempotency-Key 已用于其他请求。' },
    fix: { en: 'Use a new key for a new request.', zh: '新请求请使用新的键。' },
  },
  'request.foreign_origin': {
    status: 403,
    title: { en: 'A page of another site sent this request.', zh: '该请求来自其他网站的页面。' },
    fix: { en: 'Use the pages of this server, or start it with --url.', zh: '请使用本服务器的页面，或用 --url 启动服务器。' },
  },
  'workspace.not_demo': {
    status: 409,
    title: { en: 'Only an example workspace is deleted with one click.', zh: '只有示例工作区可以一键删除。' },
    fix: { en: 'Choose the example workspace.', zh: '请选择示例工作区。' },
  },
  'campaign.frozen': {
    status: 409,
    title: { en: 'The first contract froze this part of the campaign.', zh: '签订首份合同后，活动的这一部分已冻结。' },
    fix: {
      en: 'Open a new campaign for another budget, period, brand, product or platform; the goal can be edited and stands beside the frozen one.',
      zh: '预算、时间、品牌、产品或平台有变，请新建活动；目标可以修改，会与已锁定的目标并列显示。',
    },
  },
  'series.of_creator': {
    status: 409,
    title: { en: 'This account is a creator’s, not the brand’s.', zh: '该账号属于达人，而非品牌。' },
    fix: {
      en: 'Import its numbers as a file; here only the brand’s own are typed in.',
      zh: '达人数据请以文件导入；此处仅录入品牌自有数据。',
    },
  },
  'campaign.circle': {
    status: 409,
    title: { en: 'A campaign cannot go on from itself.', zh: '项目不能以自身为前序。' },
    fix: { en: 'Take the campaign named in "predecessor" out of the chain.', zh: '请从前序项目中移除 predecessor 所指的项目。' },
  },
  'creator.known': {
    status: 409,
    title: { en: 'This creator is in the workspace already.', zh: '该达人已在此工作区中。' },
    fix: { en: 'Open the creator named in "creatorId".', zh: '请打开 creatorId 所指的达人。' },
  },
  'search.not_yours': {
    status: 403,
    title: { en: 'This search was saved by another member.', zh: '此搜索由其他成员保存。' },
    fix: { en: 'Ask that member or an owner to remove it.', zh: '请联系该成员或所有者删除。' },
  },
  'shortlist.name_taken': {
    status: 409,
    title: { en: 'Another list has this name.', zh: '已有同名名单。' },
    fix: { en: 'Choose another name, or add to the list that is there.', zh: '请换一个名称，或添加到已有名单。' },
  },
  'choice.no_platform': {
    status: 409,
    title: { en: 'This creator is on a platform where no post can be planned.', zh: '该达人所在平台无法安排投放。' },
    fix: { en: 'Choose a creator on a platform of the campaign.', zh: '请选择活动平台上的达人。' },
  },
  'import.refused': {
    status: 422,
    title: { en: 'This file cannot be read.', zh: '无法读取此文件。' },
    fix: { en: 'Mend what "reason" names, or export the file again.', zh: '请按 reason 所示修正，或重新导出文件。' },
  },
  'import.unknown_table': {
    status: 422,
    title: { en: 'This is no export that Kolibra knows.', zh: '无法识别该文件属于哪种导出表。' },
    fix: {
      en: 'Say what each of its columns holds and read it again, or export it anew from where it came.',
      zh: '请说明各列的含义后重新读取，或从原平台重新导出。',
    },
  },
  'import.no_header': {
    status: 422,
    title: { en: 'The sheet has no header row.', zh: '表格没有表头行。' },
    fix: { en: 'Add a first row that names the columns and import again.', zh: '请补充写明列名的首行后重新导入。' },
  },
  'import.unknown_source': {
    status: 422,
    title: { en: 'There is no source of this name.', zh: '没有该名称的来源。' },
    fix: { en: 'Use one of the names in "known", or auto.', zh: '请使用 known 中的名称，或 auto。' },
  },
  'import.wrong_source': {
    status: 422,
    title: { en: 'The file lacks the columns of the source that was named.', zh: '文件缺少所指定来源的必要列。' },
    fix: { en: 'Leave the source on auto, or check that this is the right file.', zh: '请使用自动识别，或确认文件是否正确。' },
  },
  'import.in_use': {
    status: 409,
    title: { en: 'Somebody works with creators that only this import brought.', zh: '仅由此次导入带来的达人已被使用。' },
    fix: {
      en: 'Look at "uses": take those bookings, notes or links out first, or keep the import.',
      zh: '请查看 uses：先移除相应的预订、笔记或关联，或保留此次导入。',
    },
  },
  'upload.busy': {
    status: 409,
    title: { en: 'This upload is being read or imported.', zh: '该上传文件正在读取或导入。' },
    fix: { en: 'Wait until that is done, or throw the upload away.', zh: '请等待完成，或放弃该上传文件。' },
  },
  'upload.not_read': {
    status: 409,
    title: { en: 'This upload was not read to its end, or cannot be read.', zh: '该上传文件尚未读完，或无法读取。' },
    fix: { en: 'Read it again, say what its columns hold, or throw it away.', zh: '请重新读取、说明各列含义，或放弃该上传文件。' },
  },
  'upload.withdrawn': {
    status: 409,
    title: { en: 'Somebody in this file was erased, so it was thrown away.', zh: '该文件中有人已被删除，文件已随之清除。' },
    fix: { en: 'Send the file again; their records are left out then.', zh: '请重新上传文件；届时将不再采用其记录。' },
  },
  'upload.cancelled': {
    status: 409,
    title: { en: 'This was cancelled; nothing of it was kept.', zh: '操作已取消，未保留任何内容。' },
    fix: { en: 'Upload the file again to import it.', zh: '如需导入，请重新上传文件。' },
  },
  'import.mapping_misfit': {
    status: 422,
    title: { en: 'This mapping cannot read this table.', zh: '此字段对应方案不适用于该表格。' },
    fix: {
      en: 'Map a column to the id, link or name (of comments: their id, text and post), say the platform, and use headers that the table has.',
      zh: '请为编号、链接或昵称指定一列（评论则为评论编号、评论内容和所属作品），说明平台，并使用表格中已有的表头。',
    },
  },
  'import.other_currency': {
    status: 422,
    title: { en: 'A column named as another currency cannot be read as yuan.', zh: '表头注明为其他货币的列不能按人民币读取。' },
    fix: {
      en: 'Convert the sums to yuan and rename the column, or leave it out of the mapping.',
      zh: '请将金额换算成人民币并修改表头，或不对应该列。',
    },
  },
  'import.no_records': {
    status: 422,
    title: { en: 'The file has a header and no records.', zh: '文件只有表头，没有数据。' },
    fix: { en: 'Export again with at least one record.', zh: '请重新导出，至少包含一条数据。' },
  },
  'import.contact_data': {
    status: 422,
    title: { en: 'The file holds personal data of followers, which is not imported.', zh: '文件含有粉丝个人信息，不予导入。' },
    fix: { en: 'Import the posts or the creators instead.', zh: '请改为导入作品或达人数据。' },
  },
  'rulebook.invalid': {
    status: 422,
    title: { en: 'An entry of the rulebook does not fit its schema.', zh: '规则库中有条目不符合格式。' },
    fix: {
      en: 'Correct the entry and field named; `kolibra rules check` lists all.',
      zh: '请更正所列条目和字段；运行 kolibra rules check 可列出全部。',
    },
  },
  'rulebook.unreadable': {
    status: 422,
    title: { en: 'A rulebook file cannot be read.', zh: '规则库文件无法读取。' },
    fix: { en: 'A rulebook file is a YAML list of entries.', zh: '规则库文件应为 YAML 条目列表。' },
  },
  'rulebook.doubled_id': {
    status: 422,
    title: { en: 'Two entries of the rulebook have the same id.', zh: '规则库中有两个条目编号相同。' },
    fix: { en: 'Give one of them another id.', zh: '请更改其中一个编号。' },
  },
  'rulebook.unknown_reference': {
    status: 422,
    title: { en: 'An entry refers to a word list or a rule that does not exist.', zh: '条目引用了不存在的词表或规则。' },
    fix: { en: 'Correct the name, or add what it refers to.', zh: '请更正名称，或补充被引用的内容。' },
  },
  'rulebook.unknown_rule': {
    status: 422,
    title: { en: 'There is no rule of this id.', zh: '没有该编号的规则。' },
    fix: { en: 'Look the id up in the list of rules.', zh: '请在规则列表中核对编号。' },
  },
  'rulebook.reason_missing': {
    status: 422,
    title: { en: 'A rule is only disabled with a reason and a name.', zh: '停用规则必须写明理由和姓名。' },
    fix: { en: 'Write why it does not apply here, and who decided so.', zh: '请写明为何不适用，以及由谁决定。' },
  },
  'pack.unreadable': {
    status: 422,
    title: { en: 'This is no rulebook pack, or no list of trusted keys.', zh: '不是规则包，也不是受信公钥列表。' },
    fix: { en: 'Download the file again; "problem" says where it breaks.', zh: '请重新下载文件；problem 说明了出错位置。' },
  },
  'pack.unsigned': {
    status: 422,
    title: { en: 'The rulebook pack is not signed.', zh: '规则包没有签名。' },
    fix: { en: 'Ask its publisher for a signed one.', zh: '请向发布者索取已签名的规则包。' },
  },
  'pack.unknown_key': {
    status: 422,
    title: { en: 'The rulebook pack is signed with a key that nobody here trusts.', zh: '规则包的签名公钥不在受信列表中。' },
    fix: { en: 'Compare the key with its publisher, then add it to the trusted keys.', zh: '请与发布者核对公钥后加入受信列表。' },
  },
  'pack.bad_signature': {
    status: 422,
    title: { en: 'The signature does not fit the rulebook pack: it was changed after signing.', zh: '签名与规则包不符：签名后被改动。' },
    fix: { en: 'Download it again from its publisher.', zh: '请从发布者处重新下载。' },
  },
  'pack.wrong_hash': {
    status: 422,
    title: { en: 'A file in the rulebook pack is not the one that was signed.', zh: '规则包中的文件与签名时不一致。' },
    fix: { en: 'Download it again from its publisher; "file" names the file.', zh: '请从发布者处重新下载；file 为该文件。' },
  },
  'pack.not_newer': {
    status: 409,
    title: { en: 'The rulebook pack is not newer than the rulebook in use.', zh: '规则包不比正在使用的规则库新。' },
    fix: { en: 'Take a newer pack; "current" is the version in use.', zh: '请使用更新的规则包；current 为当前版本。' },
  },
  'pack.set_aside_already': {
    status: 409,
    title: { en: 'This rulebook pack is set aside already.', zh: '该规则包已停用。' },
    fix: { en: 'Reload to see by whom and why.', zh: '请刷新查看停用人和理由。' },
  },
  'pack.is_set_aside': {
    status: 409,
    title: { en: 'A rulebook pack of this version is here and set aside.', zh: '该版本的规则包已在此，且已停用。' },
    fix: { en: 'Use it again in the list of packs, or bring a newer one.', zh: '请在规则包列表中恢复使用，或导入更新的规则包。' },
  },
  'pack.not_set_aside': {
    status: 409,
    title: { en: 'This rulebook pack is not set aside.', zh: '该规则包未停用。' },
    fix: { en: 'Reload to see what is in use.', zh: '请刷新查看现状。' },
  },
  'rulebook.own_prefix': {
    status: 422,
    title: { en: 'The id of an own rule or word list begins with "own.".', zh: '自有规则和词表的编号须以“own.”开头。' },
    fix: { en: 'Put "own." before the id, so that no shipped rule ever takes it.', zh: '请在编号前加上“own.”，以免与内置规则重名。' },
  },
  'rulebook.example_fault': {
    status: 422,
    title: { en: 'A rule judges one of its own examples wrongly.', zh: '规则对自带示例的判断有误。' },
    fix: {
      en: 'Mend the detector or the example: the rule must find every invalid text and no valid one.',
      zh: '请修改识别条件或示例：违规示例须全部命中，合规示例不得命中。',
    },
  },
  'rulebook.ends_before_start': {
    status: 422,
    title: { en: 'The rule would end before it began.', zh: '规则的失效日早于生效日。' },
    fix: { en: 'Name a last day on or after the start in "validFrom".', zh: '请填写不早于 validFrom 的最后一天。' },
  },
  'rulebook.one_part': {
    status: 422,
    title: { en: 'This text must hold the one entry that is changed, under its own id.', zh: '文本应只包含正在修改的这一条，且编号不变。' },
    fix: { en: 'Keep the id; add further entries on their own.', zh: '请保留编号；其他条目请另行添加。' },
  },
  'rule.suspended_already': {
    status: 409,
    title: { en: 'This rule is suspended already.', zh: '该规则已停用。' },
    fix: { en: 'Reload to see by whom and why.', zh: '请刷新查看停用人和理由。' },
  },
  'rule.not_suspended': {
    status: 409,
    title: { en: 'This rule is not suspended.', zh: '该规则未停用。' },
    fix: { en: 'Reload to see what is in use.', zh: '请刷新查看现状。' },
  },
  'file.empty': {
    status: 422,
    title: { en: 'The file holds no rows.', zh: '文件中没有任何数据。' },
    fix: { en: 'Check the date range and filters, then export again.', zh: '请检查日期范围和筛选条件后重新导出。' },
  },
  'file.missing': {
    status: 404,
    title: { en: 'There is no file at this path.', zh: '此路径下没有文件。' },
    fix: { en: 'Check the path and its spelling.', zh: '请检查路径和文件名。' },
  },
  'file.no_permission': {
    status: 403,
    title: { en: 'This system does not let us read the file.', zh: '没有读取该文件的权限。' },
    fix: { en: 'Change its permissions or copy it to another folder.', zh: '请修改文件权限，或复制到其他文件夹。' },
  },
  'file.is_folder': {
    status: 422,
    title: { en: 'The path is a folder.', zh: '该路径是文件夹。' },
    fix: { en: 'Name the files inside it instead.', zh: '请指定其中的文件。' },
  },
  'file.too_large': {
    status: 413,
    title: { en: 'The file is larger than is read.', zh: '文件超过可读取的大小。' },
    fix: { en: 'Split the export into parts.', zh: '请拆分后再导入。' },
  },
  'file.too_complex': {
    status: 422,
    title: { en: 'The file needs more time or memory than one file may take.', zh: '读取该文件所需的时间或内存超出上限。' },
    fix: { en: 'Save it as CSV, or split it into parts.', zh: '请另存为 CSV，或拆分后再导入。' },
  },
  'file.encrypted': {
    status: 422,
    title: { en: 'The file is protected by a password.', zh: '文件设有密码。' },
    fix: { en: 'Remove the password in Excel or WPS and save it again.', zh: '请在 Excel 或 WPS 中取消密码后重新保存。' },
  },
  'file.old_xls': {
    status: 422,
    title: {
      en: 'The file is an Excel file of a kind before Excel 97, or a damaged .xls.',
      zh: '文件是 Excel 97 之前的旧格式，或是损坏的 .xls。',
    },
    fix: { en: 'Save it as .xlsx or CSV.', zh: '请另存为 .xlsx 或 CSV。' },
  },
  'file.truncated': {
    status: 422,
    title: { en: 'The file is cut off or damaged.', zh: '文件不完整或已损坏。' },
    fix: { en: 'Download or export it again.', zh: '请重新下载或导出。' },
  },
  'file.zip_bomb': {
    status: 422,
    title: { en: 'The file would unpack to far more data than a workbook holds.', zh: '文件解压后的数据量远超正常表格。' },
    fix: { en: 'Save the sheet as CSV, or split it.', zh: '请另存为 CSV，或拆分。' },
  },
  'file.not_recognised': {
    status: 422,
    title: { en: 'The file is in a format that is not known.', zh: '无法识别文件格式。' },
    fix: { en: 'Export it as CSV, .xlsx or JSON.', zh: '请导出为 CSV、.xlsx 或 JSON。' },
  },
  'file.not_workbook': {
    status: 422,
    title: { en: 'The file is an archive and no .xlsx workbook.', zh: '文件是压缩包，不是 .xlsx 工作簿。' },
    fix: { en: 'Unpack it and import the files inside, or save it as .xlsx.', zh: '请解压后导入其中的文件，或另存为 .xlsx。' },
  },
  'file.not_docx': {
    status: 422,
    title: { en: 'The file is an archive and no Word document.', zh: '文件是压缩包，不是 Word 文档。' },
    fix: { en: 'Save the text as .docx, .md or .txt.', zh: '请另存为 .docx、.md 或 .txt。' },
  },
  'file.has_macros': {
    status: 422,
    title: { en: 'The file carries macros.', zh: '文件带有宏。' },
    fix: { en: 'Save it as .docx or .xlsx without macros.', zh: '请另存为不含宏的 .docx 或 .xlsx。' },
  },
  'file.not_brief': {
    status: 422,
    title: { en: 'This is no brief we can read.', zh: '无法从该文件读取 brief。' },
    fix: { en: 'Save it as .docx, .xlsx, .md or .txt.', zh: '请另存为 .docx、.xlsx、.md 或 .txt。' },
  },
  'file.damaged_workbook': {
    status: 422,
    title: { en: 'The inner parts of the workbook do not fit together.', zh: '工作簿的内部结构有误。' },
    fix: { en: 'Open it in Excel or WPS and save it again.', zh: '请用 Excel 或 WPS 打开后重新保存。' },
  },
  'file.no_header': {
    status: 422,
    title: { en: 'The file has no row of column names.', zh: '文件没有列名。' },
    fix: { en: 'Put the names back as the first row.', zh: '请在首行补上列名。' },
  },
  'file.bad_line': {
    status: 422,
    title: { en: 'One record of the file cannot be read.', zh: '文件中有一条记录无法读取。' },
    fix: { en: 'Correct the record named in "record" or export the file again.', zh: '请更正 record 所指的记录，或重新导出。' },
  },
  'file.bad_json': {
    status: 422,
    title: { en: 'The file stops being JSON at the place named.', zh: '文件从所指位置起不是有效的 JSON。' },
    fix: { en: 'Export it again if it was cut off.', zh: '如文件不完整，请重新导出。' },
  },
  'file.json_array_not_lines': {
    status: 422,
    title: { en: 'The file is one JSON array and not one object per line.', zh: '文件是一个 JSON 数组，而不是每行一个对象。' },
    fix: { en: 'Rename it to .json, or export it as JSON lines.', zh: '请改名为 .json，或导出为 JSON Lines。' },
  },
  'file.html': {
    status: 422,
    title: { en: 'The file is a web page, whatever its name says.', zh: '文件实际是网页。' },
    fix: {
      en: 'Save it as .xlsx in Excel or WPS, or sign in again and repeat the export.',
      zh: '请在 Excel 或 WPS 中另存为 .xlsx，或重新登录后再导出。',
    },
  },
  'yaml.unreadable': {
    status: 422,
    title: { en: 'The text is not readable YAML.', zh: '文本不是可读的 YAML。' },
    fix: { en: 'Correct the line and column named.', zh: '请更正所指的行和列。' },
  },
  'mix.invalid': {
    status: 422,
    title: { en: 'The mix problem has fields that do not fit.', zh: '组合问题中有不符合要求的字段。' },
    fix: { en: 'Correct the field named in "field".', zh: '请更正 field 所指的字段。' },
  },
  'person.same': {
    status: 409,
    title: { en: 'These accounts belong to one person already.', zh: '这些账号已归为同一人。' },
    fix: { en: 'Nothing is left to do; reload to see the person.', zh: '无需再操作；刷新即可看到此人。' },
  },
  'loan.none': {
    status: 409,
    title: { en: 'No basis stands that could be ended.', zh: '没有可以结束的处理依据。' },
    fix: { en: 'Nothing is left to do; reload to see what stands.', zh: '无需再操作；刷新即可查看现状。' },
  },
  'loan.past': {
    status: 409,
    title: {
      en: 'The last day of this basis is over: everything held would be erased at once.',
      zh: '该依据的截止日已过：所存数据会立即被全部删除。',
    },
    fix: {
      en: 'Name today or a later day. To end a basis, end it with a reason, or erase the person.',
      zh: '请填写今天或之后的日期。如要终止依据，请说明理由后结束，或删除此人的信息。',
    },
  },
  'person.erased': {
    status: 409,
    title: { en: 'This person was erased and may not be brought back.', zh: '此人的信息已被删除，不能重新录入。' },
    fix: { en: 'Leave the account out.', zh: '请去掉此账号。' },
  },
  'person.single': {
    status: 409,
    title: { en: 'This account stands alone.', zh: '此账号没有与其他账号合并。' },
    fix: { en: 'Only an account that was put together with another can be taken out.', zh: '只有合并过的账号才能拆出。' },
  },
  'portal.link_unknown': {
    status: 404,
    title: { en: 'This link is not known.', zh: '此链接无效。' },
    fix: { en: 'Open it exactly as it was sent, or ask the desk for a new one.', zh: '请按收到的链接原样打开，或向对接人要一个新链接。' },
  },
  'portal.link_ended': {
    status: 410,
    title: { en: 'This link has ended.', zh: '此链接已失效。' },
    fix: { en: 'Ask the desk for a new one.', zh: '请向对接人要一个新链接。' },
  },
  'portal.link_live': {
    status: 409,
    title: { en: 'This person has a link for this campaign that still opens.', zh: '此人在此活动中已有可用链接。' },
    fix: { en: 'Copy that one, or take it back first.', zh: '请复制该链接，或先收回它。' },
  },
  'portal.no_reviewer': {
    status: 422,
    title: { en: 'Only a local reviewer without an account gets a link to review.', zh: '审核链接只能发给没有账号的本地审核人。' },
    fix: {
      en: 'Name the person outside as local reviewer of a party first; a member of the workspace reviews in the app.',
      zh: '请先在参与方中把该外部人员设为本地审核人；有账号的成员直接在系统内审核。',
    },
  },
  'portal.link_term': {
    status: 422,
    title: { en: 'A link cannot last until that day.', zh: '链接有效期不能设到这一天。' },
    fix: { en: 'Name a day between "earliest" and "latest".', zh: '请填写 earliest 与 latest 之间的日期。' },
  },
  'portal.device_unknown': {
    status: 401,
    title: { en: 'This device was not let in.', zh: '这台设备尚未验证。' },
    fix: { en: 'Open the link that the desk sent once more.', zh: '请重新打开对接人发来的链接。' },
  },
  'portal.too_many_codes': {
    status: 429,
    title: { en: 'Too many codes were asked for.', zh: '验证码请求过于频繁。' },
    fix: { en: 'Try again later, or ask the desk for a new link.', zh: '请稍后再试，或向对接人要一个新链接。' },
  },
  'portal.code_ended': {
    status: 410,
    title: { en: 'This code holds no more.', zh: '验证码已失效。' },
    fix: { en: 'Open the link again to get a new code.', zh: '请重新打开链接获取新的验证码。' },
  },
  'portal.code_wrong': {
    status: 403,
    title: { en: 'This is not the code.', zh: '验证码不正确。' },
    fix: { en: 'Ask the desk which code it sees and type all six digits.', zh: '请向对接人核对验证码，输入全部六位数字。' },
  },
  'portal.quota_used': {
    status: 409,
    title: { en: 'Your uploads for this campaign have reached their limit.', zh: '你在本次合作中上传的文件已达上限。' },
    fix: {
      en: 'Send a table instead of many pictures, or hand further files to the desk directly.',
      zh: '请改传一份表格代替多张截图，或把其余文件直接发给对接人。',
    },
  },
  'portal.request_unfit': {
    status: 422,
    title: { en: 'Something is missing.', zh: '还缺少信息。' },
    fix: { en: 'Fill in what "missing" names.', zh: '请补充 missing 所列内容。' },
  },
  'portal.request_waits': {
    status: 409,
    title: { en: 'You sent this already and the desk has not answered yet.', zh: '你已提交过，对接人还未回复。' },
    fix: { en: 'Wait for the answer, or write to the desk.', zh: '请等待回复，或直接联系对接人。' },
  },
  'portal.answered_so': {
    status: 409,
    title: { en: 'This is your answer already.', zh: '你已经这样答复过了。' },
    fix: { en: 'Nothing more to do.', zh: '无需重复提交。' },
  },
  'portal.request_settled': {
    status: 409,
    title: { en: 'This request was answered already.', zh: '此请求已有回复。' },
    fix: { en: 'Reload to see the answer.', zh: '请刷新查看回复。' },
  },
  'note.no_channel': {
    status: 422,
    title: { en: 'Nobody who acts for this party has a channel in use.', zh: '该参与方的对接人没有启用中的通知渠道。' },
    fix: { en: 'Copy the note and send it in your chat, or let them add a channel.', zh: '请复制后自行发送，或请对方添加通知渠道。' },
  },
  'portal.reason_missing': {
    status: 422,
    title: { en: 'A no needs its reason.', zh: '拒绝需要说明理由。' },
    fix: { en: 'Say why, so that the creator reads it.', zh: '请写明理由，达人会看到。' },
  },
  'server.busy': {
    status: 503,
    title: { en: 'The server has too much to do, or its database does not answer.', zh: '服务器繁忙，或数据库暂无响应。' },
    fix: { en: 'Try again in a moment.', zh: '请稍后重试。' },
  },
  'server.bug': {
    status: 500,
    title: { en: 'Something broke on our side.', zh: '服务器内部错误。' },
    fix: { en: 'Send the request id to whoever runs this server.', zh: '请把请求编号发给服务器管理员。' },
  },
} as const satisfies Record<string, ErrorEntry>

/** A code of the catalogue. */
export type ErrorCode = keyof typeof ERRORS

import type { ColumnMap } from '../source.ts'
import { leftOut } from './column-shapes.ts'

const PER_INDUSTRY = 'no value was seen: whether it is one number or one per industry is not known'
const CODE = 'a code whose meaning Xingtu does not print'
const FLAG = 'a flag of Xingtu’s own programmes, which says nothing about the creator that a choice could rest on'
const OFFER = 'a term of the offer, not its price; the end was in 2038 in every offer seen, which is no end'

/** What a search response says and nothing is made of. */
export const XINGTU_LEFT_OUT: readonly ColumnMap[] = [
  ...leftOut(
    PER_INDUSTRY,
    'link_star_index_by_industry',
    'link_spread_index_by_industry',
    'link_shopping_index_by_industry',
    'link_convert_index_by_industry',
    'search_after_view_index_by_industry',
    'link_l_cnt_by_industry',
    'link_i_cnt_by_industry',
    'link_n_cnt_by_industry',
    'link_k_cnt_by_industry',
    'link_link_cnt_by_industry',
  ),
  ...leftOut(CODE, 'author_type', 'author_status', 'grade', 'expected_cpa3_level'),
  ...leftOut('counted in a unit that is not printed: 1.1 views are none', 'ecom_watch_pv_30d'),
  ...leftOut('what is boosted is not printed, and the only value seen was 0', 'brand_boost_vv'),
  ...leftOut('topics a machine found in the videos, which are no categories of the creator', 'content_theme_labels_180d'),
  ...leftOut(
    FLAG,
    'is_excellenct_author',
    'is_black_horse_author',
    'is_cocreate_author',
    'is_cpm_project_author',
    'is_short_drama',
    'local_lower_threshold_author',
    'star_whispers_author',
  ),
  ...leftOut('prices in a list without the lengths they are for', 'assign_task_price_list'),
  ...leftOut(OFFER, 'price_infos.start_time', 'price_infos.end_time', 'price_infos.floor_price', 'price_infos.ceiling_price'),
  ...leftOut('sources differ on what the type is: live shows or collections', 'price_infos.73'),
  ...leftOut('an offer to push advertisements, no price of a post', 'price_infos.103', 'price_infos.104'),
]

"""Business licences of every sort of enterprise: old and new forms, sole traders, partnerships, branches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.model import Box, Origin
from ocr.kinds.business_licence import KIND
from ocr.text import Barcode, Text
from tests.core.drawn_text import typed

FORMS: dict[str, tuple[str, dict[str, str]]] = {
    "values under their labels": (
        """营业执照
统一社会信用代码
91330106MA2KJ3XD66
名称                      注册资本
杭州青禾网络科技有限公司            人民币伍佰万元整
类型                      成立日期
有限责任公司（自然人投资或控股）        2018年06月12日
法定代表人                   营业期限
沈若楠                     2018年06月12日至长期
经营范围
技术开发；电子产品的销售
住所
杭州市西湖区文三路478号
登记机关
杭州市西湖区市场监督管理局""",
        {
            "registration_number": "91330106MA2KJ3XD66",
            "legal_name": "杭州青禾网络科技有限公司",
            "entity_type": "有限责任公司（自然人投资或控股）",
            "legal_representative": "沈若楠",
            "registered_capital": "5000000.00",
            "established_on": "2018-06-12",
            "valid_from": "2018-06-12",
            "valid_to": "long-term",
            "business_scope": "技术开发；电子产品的销售",
            "address": "杭州市西湖区文三路478号",
            "authority": "杭州市西湖区市场监督管理局",
        },
    ),
    "captions above, beside them another column's lines": (
        """营业执照
名称                      成员出资总额
安吉绿野茶叶专业合作社             120.00万元
类型                      业务范围
农民专业合作社                 组织采购、供应成员所需的生产资料
法定代表人                   组织收购、销售成员种植的产品
张志远                     引进新技术、新品种
登记机关：安吉县市场监督管理局""",
        {"legal_name": "安吉绿野茶叶专业合作社", "legal_representative": "张志远", "registered_capital": "1200000.00"},
    ),
    "a paragraph that goes on under its label, and a wrapped Latin name": (
        """营业执照
名称   佛山云帆贸易有限公司
法定代表人：  CHAN, WAI
        KEUNG
经营范围  建筑材料销售；室内装饰装修；土石方工程施工（除依法须经
批准的项目外）
企业住所  广东省佛山市南海区滨江大道186号5幢
登记机关：佛山市南海区市场监督管理局""",
        {
            "legal_representative": "CHAN, WAI KEUNG",
            "business_scope": "建筑材料销售；室内装饰装修；土石方工程施工（除依法须经批准的项目外）",
            "address": "广东省佛山市南海区滨江大道186号5幢",
        },
    ),
    "beginning and end of the term by themselves, and labels that explain themselves": (
        """营业执照
统一社会信用代码/注册号：91330106MA2KJ3XD66
企业名称：杭州青禾网络科技有限公司
法定代表人（负责人）：沈若楠
住所（经营场所）：杭州市西湖区文三路478号
注册资本：500万美元
成立日期：2018年06月12日
营业期限自：2018年06月12日
营业期限至：2048年06月11日
登记机关：杭州市西湖区市场监督管理局""",
        {
            "registration_number": "91330106MA2KJ3XD66",
            "legal_representative": "沈若楠",
            "address": "杭州市西湖区文三路478号",
            "valid_from": "2018-06-12",
            "valid_to": "2048-06-11",
        },
    ),
    "a sole trader's form before its type": (
        """营业执照
统一社会信用代码：92330106MA2KJ3XD66
名称    西湖区小满面馆    组成形式    家庭经营
类型    个体工商户        注册日期    2018年06月12日
经营者  何小满
经营场所  杭州市西湖区文三路478号
经营范围  餐饮服务
登记机关  杭州市西湖区市场监督管理局""",
        {"legal_name": "西湖区小满面馆", "entity_type": "个体工商户", "legal_representative": "何小满"},
    ),
    "old": (
        """企业法人营业执照
(副本)
注册号：330104000012345
名    称：杭州云帆贸易有限公司
住    所：杭州市西湖区文三路100号
法定代表人姓名：张三
注册资本：壹佰万元整
实收资本：壹佰万元整
公司类型：有限责任公司
经营范围：许可经营项目：无
          一般经营项目：批发、零售：五金制品。
成立日期：二〇〇八年三月五日
营业期限：自二〇〇八年三月五日至二〇二八年三月四日止
登记机关
杭州市工商行政管理局西湖分局
二〇一二年六月一日""",
        {
            "registration_number": "330104000012345",
            "legal_name": "杭州云帆贸易有限公司",
            "entity_type": "有限责任公司",
            "legal_representative": "张三",
            "registered_capital": "1000000.00",
            "established_on": "2008-03-05",
            "valid_from": "2008-03-05",
            "valid_to": "2028-03-04",
            "address": "杭州市西湖区文三路100号",
            "authority": "杭州市工商行政管理局西湖分局",
            "issued_on": "2012-06-01",
        },
    ),
    "sole": (
        """营业执照
统一社会信用代码
92330106MA2333331A
名 称   西湖区小李面馆
类 型   个体工商户
经营者   李小明
组成形式   个人经营
经营场所   浙江省杭州市西湖区文二路12号
注册日期   2018年06月01日
经营范围   餐饮服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）
登 记 机 关
杭州市西湖区市场监督管理局
2018 年 06 月 01 日
国家市场监督管理总局监制""",
        {
            "registration_number": "92330106MA2333331A",
            "legal_name": "西湖区小李面馆",
            "entity_type": "个体工商户",
            "legal_representative": "李小明",
            "established_on": "2018-06-01",
            "address": "浙江省杭州市西湖区文二路12号",
            "business_scope": "餐饮服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
            "authority": "杭州市西湖区市场监督管理局",
            "issued_on": "2018-06-01",
        },
    ),
    "partner": (
        """营业执照
(副本)(1-1)
统一社会信用代码 91310115MA1K4L2X7H
名称 宁波启明创业投资合伙企业（有限合伙）
类型 有限合伙企业
执行事务合伙人 宁波启明投资管理有限公司（委派代表：王五）
主要经营场所 浙江省宁波市北仑区梅山大道1号
出资额 伍仟万元整
成立日期 2017年11月20日
合伙期限 2017年11月20日至2037年11月19日
经营范围 创业投资；投资管理。
登记机关
2019年05月06日""",
        {
            "registration_number": "91310115MA1K4L2X7H",
            "legal_name": "宁波启明创业投资合伙企业（有限合伙）",
            "entity_type": "有限合伙企业",
            "legal_representative": "宁波启明投资管理有限公司（委派代表：王五）",
            "registered_capital": "50000000.00",
            "established_on": "2017-11-20",
            "valid_from": "2017-11-20",
            "valid_to": "2037-11-19",
            "address": "浙江省宁波市北仑区梅山大道1号",
            "business_scope": "创业投资；投资管理。",
            "issued_on": "2019-05-06",
        },
    ),
    "branch": (
        """营业执照
统一社会信用代码：91310115MA1K4L2X7H
名称：上海远帆商贸有限公司浦东分公司
类型：有限责任公司分公司（自然人投资或控股）
负责人：赵六
营业场所：上海市浦东新区张杨路500号
成立日期：2015年09月09日
营业期限：2015年09月09日至不约定期限
经营范围：日用百货销售。
登记机关：浦东新区市场监督管理局
发照日期：2020年01月02日""",
        {
            "registration_number": "91310115MA1K4L2X7H",
            "legal_name": "上海远帆商贸有限公司浦东分公司",
            "entity_type": "有限责任公司分公司（自然人投资或控股）",
            "legal_representative": "赵六",
            "established_on": "2015-09-09",
            "valid_from": "2015-09-09",
            "valid_to": "long-term",
            "address": "上海市浦东新区张杨路500号",
            "business_scope": "日用百货销售。",
            "authority": "浦东新区市场监督管理局",
            "issued_on": "2020-01-02",
        },
    ),
    "newstyle": (
        """营业执照
（副 本）
编号 330106000202105060012
统一社会信用代码   扫描二维码登录“国家企业信
91310115MA1K4L2X7H   用信息公示系统”了解更
（1/1）   多登记、备案、许可、监管信息
名 称 海州远帆科技股份有限公司      注 册 资 本 叁仟零捌拾万元整
类 型 股份有限公司（非上市、自然人投资或控股）      成 立 日 期 2016年04月12日
法定代表人 陈明      住 所 海州市滨江区朝阳路18号3幢201室
经 营 范 围 技术开发；技术服务；货物进出口。
登 记 机 关
海州市滨江区行政审批局
2023 年 07 月 11 日
国家企业信用信息公示系统网址：http://www.gsxt.gov.cn
国家市场监督管理总局监制
市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告""",
        {
            "registration_number": "91310115MA1K4L2X7H",
            "legal_name": "海州远帆科技股份有限公司",
            "entity_type": "股份有限公司（非上市、自然人投资或控股）",
            "legal_representative": "陈明",
            "registered_capital": "30800000.00",
            "established_on": "2016-04-12",
            "address": "海州市滨江区朝阳路18号3幢201室",
            "business_scope": "技术开发；技术服务；货物进出口。",
            "authority": "海州市滨江区行政审批局",
            "issued_on": "2023-07-11",
        },
    ),
    "coop": (
        """营业执照
统一社会信用代码 91310115MA1K4L2X7H
名称 绿源蔬菜专业合作社
类型 农民专业合作社
法定代表人 孙七
成员出资总额 叁佰万元整
成立日期 2014年02月03日
住所 山东省寿光市古城街道
业务范围 蔬菜种植、销售。
登记机关 寿光市行政审批服务局
2021年03月04日""",
        {
            "registration_number": "91310115MA1K4L2X7H",
            "legal_name": "绿源蔬菜专业合作社",
            "entity_type": "农民专业合作社",
            "legal_representative": "孙七",
            "registered_capital": "3000000.00",
            "established_on": "2014-02-03",
            "address": "山东省寿光市古城街道",
            "business_scope": "蔬菜种植、销售。",
            "authority": "寿光市行政审批服务局",
            "issued_on": "2021-03-04",
        },
    ),
    "soleprop": (
        """营业执照
统一社会信用代码 91310115MA1K4L2X7H
名称 南京星河设计工作室
类型 个人独资企业
投资人 周八
住所 南京市鼓楼区中山北路1号
成立日期 2019年10月10日
经营范围 平面设计。
登记机关
南京市鼓楼区市场监督管理局
2019年10月10日""",
        {
            "registration_number": "91310115MA1K4L2X7H",
            "legal_name": "南京星河设计工作室",
            "entity_type": "个人独资企业",
            "legal_representative": "周八",
            "established_on": "2019-10-10",
            "address": "南京市鼓楼区中山北路1号",
            "business_scope": "平面设计。",
            "authority": "南京市鼓楼区市场监督管理局",
            "issued_on": "2019-10-10",
        },
    ),
    "foreign": (
        """营业执照
统一社会信用代码 91310115MA1K4L2X7H
名称 苏州达科电子有限公司
类型 有限责任公司（外国法人独资）
法定代表人 JOHN SMITH
注册资本 500万美元
成立日期 2010-05-06
住所 苏州工业园区星湖街328号
营业期限 2010-05-06 至 2060-05-05
经营范围 生产电子元件。
登记机关 苏州工业园区市场监督管理局
2022年08月15日""",
        {
            "registration_number": "91310115MA1K4L2X7H",
            "legal_name": "苏州达科电子有限公司",
            "entity_type": "有限责任公司（外国法人独资）",
            "legal_representative": "JOHN SMITH",
            "registered_capital": "5000000.00",
            "established_on": "2010-05-06",
            "valid_from": "2010-05-06",
            "valid_to": "2060-05-05",
            "address": "苏州工业园区星湖街328号",
            "business_scope": "生产电子元件。",
            "authority": "苏州工业园区市场监督管理局",
            "issued_on": "2022-08-15",
        },
    ),
}
"""What is printed, and what must be read of it."""


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_read(form: str) -> None:
    print_, fields = FORMS[form]
    text = typed(*print_.split("\n"), letter=0.012 if form == "newstyle" else 0.018)
    found = KIND.extract(text, "d").fields
    assert {name: found[name].value for name in fields} == fields
    assert KIND.evidence(text) >= 0.85


def test_the_code_of_a_licence_is_a_field_of_its_own() -> None:
    (drawn,) = typed(*FORMS["sole"][0].split("\n"), letter=0.018).pages
    code = Barcode("http://www.gsxt.example/index?uniscid=1", "QRCode", Box(0.1, 0.5, 0.2, 0.6))
    field = KIND.extract(Text((replace(drawn, barcodes=(code,)),)), "d").fields["qr"]
    assert (field.value, field.origin) == (code.text, Origin.BARCODE)
